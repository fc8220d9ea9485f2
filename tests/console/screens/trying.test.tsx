import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { route, routeOf } from '../../../console/router.ts'
import type { SimulationAnswers } from '../../../shared/protocol/simulation.ts'
import { Refused } from '../../../shared/refusal.ts'
import type { Comparison, Figures, Tried } from '../../../shared/simulation.ts'
import { defaultRouting } from '../../../shared/team-routing.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, network } from '../a-desk.ts'
import { axe } from '../axe.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
  history.replaceState(null, '', '#')
})

const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
const alma = { id: ada, name: 'Alma Admin', role: 'administrator' as const, teams: [network], standing }

async function tryingAs(
  me: Omit<typeof alma, 'role'> & { role: 'administrator' | 'supervisor' | 'agent' },
  looks: SimulationAnswers['simulation:look'][],
) {
  const console = await aConsole({ me }, {}, '#/nowhere')
  const far = console.line.answering
  far['teams:list'] = () => ({ teams: [{ id: network, name: 'Network', tier: 1, hours: null, topics: [], version: 1 }] })
  far['routing:read'] = () => ({ routing: defaultRouting, version: 4 })
  far['simulation:start'] = () => ({ run: 'the-run' })
  far['simulation:look'] = () => looks.shift() ?? { state: 'running', done: 0.5 }
  far['simulation:stop'] = () => ({})
  location.hash = '#/settings/trying'
  route.value = routeOf(location.hash)
  return console
}

const write = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const submit = () => fireEvent.submit(document.querySelector('form') as HTMLFormElement)

const figures = (more: Partial<Figures>): Figures => ({
  ...{ asked: 100, served: 90, median: 20, p90: 120, longest: 300, withinAim: 0.8, gaveUp: 0.1, messages: 0, closed: 0, waiting: 0 },
  ...{ moved: 0, passedBy: 2, missed: 4, occupancy: 0.7, fairness: 0.9 },
  ...more,
})
const tried = (more: Partial<Figures>): Tried => ({
  all: figures(more),
  teams: [],
  stretches: [0, 1, 2, 3].map((hour) => ({
    at: Date.UTC(2026, 0, 5, 8 + hour),
    asked: 25 * (hour % 2),
    median: 10,
    p90: hour ? 60 : null,
  })),
  trace: 'abc',
})
const comparison: Comparison = {
  asked: 100,
  agents: 5,
  seed: 1,
  aimSeconds: 60,
  present: tried({}),
  proposed: tried({ p90: 60, gaveUp: 0.12 }),
}

test('Alma tries a proposal on made-up traffic, compares, and takes it over to where it is saved', async () => {
  const { line } = await tryingAs(alma, [
    { state: 'running', done: 0.42 },
    { state: 'done', comparison },
  ])
  fireEvent.change(await screen.findByLabelText('Traffic'), { target: { value: 'chance' } })
  expect(await axe(document)).toEqual([])
  write('Agents', '2.5')
  write('People give up after (minutes)', '')
  submit()
  expect(await screen.findByText('A number from 1 to 200')).toBeTruthy()
  expect(line.askedFor('simulation:start')).toEqual([])

  write('Agents', '4')
  fireEvent.change(screen.getByLabelText('Who is next'), { target: { value: 'round-robin' } })
  submit()
  expect(await screen.findByText('Trying it out: 40 %')).toBeTruthy()
  const row = (await screen.findByText('Wait, nine of ten within')).closest('tr') as HTMLElement
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['2:00', '1:00', '−1:00'])
  const worse = screen.getByText('Gave up').closest('tr')?.querySelector('.worse')
  expect(worse?.textContent).toBe('+2.0 pp')
  expect(screen.getByRole('img', { name: 'How long nine of ten waited, by when they came' })).toBeTruthy()
  expect(await axe(document)).toEqual([])
  expect(line.askedFor('simulation:start')).toEqual([
    {
      team: network,
      routing: { ...defaultRouting, method: 'round-robin' },
      traffic: { from: 'chance', perHour: 30, hours: 8, agents: 4, capacity: 3, talkMinutes: 10, patienceMinutes: null },
      aimSeconds: 60,
      seed: 1,
    },
  ])

  fireEvent.click(screen.getByRole('button', { name: 'Take this over' }))
  expect(((await screen.findByLabelText('Who is next')) as HTMLSelectElement).value).toBe('round-robin')
  expect(await screen.findByText(/not saved/i)).toBeTruthy()
})

test('a trial is stopped, is refused in a sentence, and is said to be gone where its process is', async () => {
  const { line } = await tryingAs(alma, [])
  await screen.findByLabelText('Day')
  submit()
  fireEvent.click(await screen.findByRole('button', { name: 'Stop' }))
  await until(() => line.askedFor('simulation:stop').length === 1)
  expect(screen.queryByText(/Trying it out:/)).toBeNull()

  line.answering['simulation:look'] = () => ({ state: 'refused', refusal: 'nobody-came' })
  submit()
  expect(await screen.findByText('Nobody asked for help on that day. Choose another one.')).toBeTruthy()
  line.answering['simulation:look'] = () => {
    throw new Refused('not-found')
  }
  submit()
  expect(await screen.findByText('The trial was interrupted. Start it again.')).toBeTruthy()
})

test('a supervisor may try settings out and take nothing over; an agent does not find the page', async () => {
  await tryingAs({ ...alma, role: 'supervisor' }, [{ state: 'done', comparison }])
  await screen.findByLabelText('Day')
  submit()
  expect(await screen.findByRole('heading', { name: 'What came of it' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Take this over' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'People' })).toBeNull()
  cleanup()
  closeConsoles()

  await tryingAs({ ...alma, role: 'agent' }, [])
  await screen.findByRole('link', { name: 'Your account' })
  expect(screen.queryByLabelText('Day')).toBeNull()
})
