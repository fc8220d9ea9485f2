import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { defaultRouting, type TeamRouting } from '../../../shared/team-routing.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, network } from '../a-desk.ts'
import { axe } from '../axe.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
  history.replaceState(null, '', '#')
})

test('an administrator writes within what time a team answers and solves, in minutes or hours, and takes it back', async () => {
  const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
  const { line } = await aConsole({ me: { id: ada, name: 'Alma', role: 'administrator', teams: [network], standing } }, {}, '#/nowhere')
  const saved: { routing: TeamRouting; version: number } = { routing: defaultRouting, version: 0 }
  line.answering['teams:list'] = () => ({ teams: [{ id: network, name: 'Network', tier: 1, hours: null, topics: [], version: 1 }] })
  line.answering['routing:read'] = () => saved
  line.answering['routing:save'] = ({ version, routing }) => ({ routing, version: version + 1 })
  const { route, routeOf } = await import('../../../console/router.ts')
  route.value = routeOf('#/settings/targets')

  const form = within((await screen.findByText('Network', { selector: 'summary' })).closest('details') as HTMLElement)
  const write = async (label: string, value: string) => fireEvent.input(await form.findByLabelText(label), { target: { value } })
  const submit = () => fireEvent.submit(form.getByRole('button', { name: 'Save' }).closest('form') as HTMLFormElement)
  await write('First answer, priority 1', '15')
  await write('Solution, priority 1', 'soon')
  submit()
  await form.findByText(/^Write minutes or hours/)
  await until(() => document.activeElement === form.getByLabelText('Solution, priority 1'))
  expect(line.askedFor('routing:save')).toEqual([])

  await write('Solution, priority 1', '1,5 h')
  await write('Warn while so much of the time is left (%)', '25')
  expect(await axe(document)).toEqual([])
  submit()
  await until(() => line.askedFor('routing:save').length === 1)
  expect(line.askedFor('routing:save')[0]).toMatchObject({
    team: network,
    routing: {
      targets: {
        counted: 'opening-hours',
        restsWithRequester: true,
        warnPercent: 25,
        priorities: { 1: { first: 15, next: null, resolution: 90 }, 2: { first: null, next: null, resolution: null } },
      },
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: /^Undo/ }))
  await until(() => line.askedFor('routing:save').length === 2)
  expect(line.askedFor('routing:save')[1]).toMatchObject({ version: 1, routing: { targets: null } })
})
