import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { route, routeOf } from '../../../console/router.ts'
import { defaultRouting } from '../../../shared/team-routing.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, ben, network } from '../a-desk.ts'
import { axe } from '../axe.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
  history.replaceState(null, '', '#')
})

const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
const alma = { id: ada, name: 'Alma Admin', role: 'administrator' as const, teams: [network], standing }

/** The settings of an administrator, at this page. */
async function theSettings(page: string, prepare: (line: Awaited<ReturnType<typeof aConsole>>['line']) => void) {
  const console = await aConsole({ me: alma }, {}, '#/nowhere')
  prepare(console.line)
  location.hash = `#/settings/${page}`
  route.value = routeOf(location.hash)
  return console
}

const write = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const submit = () => fireEvent.submit(document.querySelector('form') as HTMLFormElement)

test('Alma says how a line is given out; what is wrong is said at its field, and what else was set stays', async () => {
  const routing = { ...defaultRouting, emergency: { en: 'The server room is under water' } }
  const { line } = await theSettings('distribution', (far) => {
    far.answering['teams:list'] = () => ({ teams: [{ id: network, name: 'Network', tier: 1, hours: null, topics: [], version: 1 }] })
    far.answering['routing:read'] = () => ({ routing, version: 4 })
    far.answering['routing:save'] = ({ routing: wanted, version }) => ({ routing: wanted, version: version + 1 })
  })
  await screen.findByLabelText('Who is next')
  expect(await axe(document)).toEqual([])

  fireEvent.change(screen.getByLabelText('Who is next'), { target: { value: 'round-robin' } })
  write('An offer rings for (seconds)', '2')
  write('On hold', '1.5')
  submit()
  expect(screen.getByText('A whole number from 5 to 600')).toBeTruthy()
  expect(screen.getByText('A number from 0 to 1, with two decimals at most')).toBeTruthy()
  write('An offer rings for (seconds)', '')
  write('On hold', '0,25')
  write('Reasons for declining, one a line', 'In a call\n\nLunch ')
  submit()
  await until(() => line.askedFor('routing:save').length === 1)

  const wanted = {
    ...routing,
    method: 'round-robin',
    declineReasons: ['In a call', 'Lunch'],
    weights: { awaiting: 1, held: 0.25, 'wrap-up': 0 },
  }
  expect(line.askedFor('routing:save')).toEqual([{ team: network, version: 4, routing: wanted }])
  fireEvent.click(await screen.findByRole('button', { name: /Undo/ }))
  await until(() => line.askedFor('routing:save').length === 2)
  expect(line.askedFor('routing:save')[1]).toMatchObject({ version: 5, routing: { method: 'least-loaded', declineReasons: [] } })
})

test('Alma writes down what Ben knows and what a topic asks for', async () => {
  const agent = { id: ben, name: 'Ben Baum', skills: { SAP: 2 as const }, languages: [], version: 3 }
  const topic = { id: ada, name: 'Printers', team: network, needs: [], version: 7 }
  const { line } = await theSettings('skills', (far) => {
    far.answering['skills:read'] = () => ({ agents: [agent], topics: [topic] })
    far.answering['skills:save-agent'] = ({ version }) => ({ ...agent, version: version + 1 })
    far.answering['skills:save-topic'] = ({ version }) => ({ ...topic, version: version + 1 })
  })
  expect(await screen.findByText('SAP 2')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Ben Baum' }))
  write('Skills', 'SAP 2, sap 3')
  submit()
  expect(screen.getByText('Each skill once, with a level from 1 to 5, such as: SAP 3, Printers 5')).toBeTruthy()
  write('Skills', 'SAP 4, Active Directory')
  write('Writes in', 'DE, en')
  submit()
  await until(() => line.askedFor('skills:save-agent').length === 1)
  expect(line.askedFor('skills:save-agent')).toEqual([
    { agent: ben, version: 3, skills: { SAP: 4, 'Active Directory': 3 }, languages: ['de', 'en'] },
  ])

  fireEvent.click(await screen.findByRole('button', { name: 'Printers' }))
  write('Required', 'Printers 2')
  write('Preferred', 'SAP 1')
  submit()
  await until(() => line.askedFor('skills:save-topic').length === 1)
  const needs = [
    { skill: 'Printers', level: 2, required: true },
    { skill: 'SAP', level: 1, required: false },
  ]
  expect(line.askedFor('skills:save-topic')).toEqual([{ topic: ada, version: 7, needs }])
})
