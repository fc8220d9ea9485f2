import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { route, routeOf } from '../../../console/router.ts'
import type { SimulationAnswers } from '../../../shared/protocol/simulation.ts'
import { defaultSettings } from '../../../shared/queue.ts'
import { Refused } from '../../../shared/refusal.ts'
import type { Comparison, Figures, Proposed, Tried } from '../../../shared/simulation.ts'
import { defaultRouting } from '../../../shared/team-routing.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ada, network } from '../a-desk.ts'
import { axe } from '../axe.ts'

const fetches = globalThis.fetch

afterEach(() => {
  globalThis.fetch = fetches
  cleanup()
  closeConsoles()
  history.replaceState(null, '', '#')
})

const standing = { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 }
const alma = { id: ada, name: 'Alma Admin', role: 'administrator' as const, teams: [network], standing }

const team = { tier: 1, hours: null, topics: [], version: 1 }
const workplace = '00000000-0000-4000-8000-0000000000ee'

type Proposal = { file: string | null; written: string | null }

/** What the desk is asked about proposals, with what it answers to each. */
function proposals(answer: (proposal: Proposal) => Proposed | null) {
  const asked: Proposal[] = []
  globalThis.fetch = async (path, how) => {
    if (path !== '/api/simulation/proposal') throw new TypeError('Failed to fetch')
    const proposal: Proposal = JSON.parse(String(how?.body))
    asked.push(proposal)
    const answered = answer(proposal)
    if (!answered) throw new TypeError('Failed to fetch')
    return { ok: true, json: async () => answered } as Response
  }
  return asked
}

const differing = (...places: string[][]): Proposed => ({
  changes: places.map((place) => ({ place, how: 'changed', before: 30, after: 20 })),
  notes: [],
  proposal: 'the-proposal',
})
const method = ['teams', 'Network', 'routing', 'method']
const written = (proposal: Proposal | undefined) => JSON.parse(proposal?.written ?? 'null')

const chooses = (text: string, name = 'night.json') => {
  // jsdom reads no files.
  const file = Object.assign(new File([text], name, { type: 'application/json' }), { text: async () => text })
  fireEvent.change(document.querySelector('input[type=file]') as HTMLInputElement, { target: { files: [file] } })
}

async function tryingAs(
  me: Omit<typeof alma, 'role'> & { role: 'administrator' | 'supervisor' | 'agent' },
  looks: SimulationAnswers['simulation:look'][],
) {
  const console = await aConsole({ me }, {}, '#/nowhere')
  const far = console.line.answering
  far['teams:list'] = () => ({
    teams: ['Network', 'Workplace'].map((name) => ({ ...team, id: name === 'Network' ? network : workplace, name })),
  })
  far['settings:read'] = () => ({ settings: defaultSettings, version: 1 })
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

test('Alma tries a proposal on made-up traffic, compares, and finds it ready where it is saved', async () => {
  const asked = proposals(() => differing(method))
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
  expect(screen.getByText(/^Nothing yet\./)).toBeTruthy()
  fireEvent.change(await screen.findByLabelText('Who is next'), { target: { value: 'round-robin' } })
  expect(await screen.findByText('1 setting differs.')).toBeTruthy()
  expect(written(asked[0])).toEqual({ version: 1, teams: [{ name: 'Network', routing: { method: 'round-robin' } }] })
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
      proposal: 'the-proposal',
      traffic: { from: 'chance', perHour: 30, hours: 8, agents: 4, capacity: 3, talkMinutes: 10, patienceMinutes: null },
      aimSeconds: 60,
      seed: 1,
    },
  ])

  const use = document.querySelector('.trial-use') as HTMLElement
  expect(
    within(use)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Who gets what'])
  location.hash = '#/settings/distribution'
  route.value = routeOf(location.hash)
  fireEvent.click(await screen.findByText('Network', { selector: 'summary' }))
  await until(() => screen.queryAllByLabelText<HTMLSelectElement>('Who is next')[0]?.value === 'round-robin')
  expect(await screen.findByText(/not saved/i)).toBeTruthy()
  // One in the list of pages, one beside what is not saved.
  expect(screen.getAllByRole('link', { name: 'Try out' })).toHaveLength(2)
})

test('a file, several teams and the whole desk are proposed at once, what differs is listed before it runs, and all of it is dropped and brought back', async () => {
  const asked = proposals(({ file }) => differing(method, ['desk', 'offerSeconds'], ...(file ? [['look', 'accent']] : [])))
  const { line } = await tryingAs(alma, [{ state: 'done', comparison }])
  fireEvent.change(await screen.findByLabelText('Who is next'), { target: { value: 'manual' } })
  write('Nobody waits for longer than (minutes)', '5')
  fireEvent.change(screen.getByLabelText('Settings of'), { target: { value: workplace } })
  const overflow = await screen.findByLabelText('Who')
  fireEvent.change(overflow, { target: { value: network } })
  fireEvent.change(screen.getByLabelText('Settings of'), { target: { value: '' } })
  write('An offer rings for (seconds)', '2')
  expect(await screen.findByText(/not as it should be/)).toBeTruthy()
  submit()
  await until(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
  expect(line.askedFor('simulation:start')).toEqual([])
  write('An offer rings for (seconds)', '20')
  chooses('{"version":1}')
  expect(await screen.findByText('2 settings differ.')).toBeTruthy()
  expect(screen.getByText('1 other change, on which nobody’s wait depends, is not tried.')).toBeTruthy()
  expect(await axe(document)).toEqual([])
  const last = asked.at(-1)
  expect(last?.file).toBe('{"version":1}')
  expect(written(last)).toEqual({
    version: 1,
    desk: { offerSeconds: 20 },
    teams: [
      { name: 'Network', routing: { method: 'manual', limits: { length: null, wait: { seconds: 300, refuge: { to: 'message' } } } } },
      { name: 'Workplace', routing: { overflow: { team: 'Network', afterSeconds: null, atOnce: true } } },
    ],
  })

  fireEvent.click(screen.getByRole('button', { name: 'Drop the proposal' }))
  expect(await screen.findByText(/^Nothing yet\./)).toBeTruthy()
  expect(screen.queryByText('night.json')).toBeNull()
  fireEvent.click(await screen.findByRole('button', { name: /Undo/ }))
  expect(await screen.findByText('night.json')).toBeTruthy()
  submit()
  await until(() => line.askedFor('simulation:start').length === 1)
  expect(line.askedFor('simulation:start')).toMatchObject([{ proposal: 'the-proposal', traffic: { from: 'day' } }])
  await screen.findByRole('heading', { name: 'What came of it' })
  const use = document.querySelector('.trial-use') as HTMLElement
  expect(within(use).getAllByRole('link')).toHaveLength(4)
})

test('what is wrong with a file is said at its place, without a line it is compared anew, and nothing runs meanwhile', async () => {
  const problems = [{ place: ['teams', 'Network', 'tier'], fault: { what: 'most', of: 'number', bound: 9 } } as const]
  const answers: (Proposed | null)[] = [{ problems }, null]
  proposals(() => (answers.length > 0 ? (answers.shift() ?? null) : differing(method)))
  const { line } = await tryingAs(alma, [])
  await screen.findByLabelText('Day')
  chooses('{}')
  expect(await screen.findByText('One thing in night.json, or by hand, is wrong:')).toBeTruthy()
  expect(await screen.findByText('teams › Network › tier: must be at most 9')).toBeTruthy()
  expect(await axe(document)).toEqual([])
  submit()
  fireEvent.click(await screen.findByRole('button', { name: 'Compare anew' }))
  expect(await screen.findByText('1 setting differs.')).toBeTruthy()
  expect(line.askedFor('simulation:start')).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Put night.json away' }))
  expect(await screen.findByText(/^Nothing yet\./)).toBeTruthy()
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
  proposals(() => differing(method))
  await tryingAs({ ...alma, role: 'supervisor' }, [{ state: 'done', comparison }])
  fireEvent.change(await screen.findByLabelText('Who is next'), { target: { value: 'manual' } })
  submit()
  expect(await screen.findByRole('heading', { name: 'What came of it' })).toBeTruthy()
  expect(document.querySelector('.trial-use')).toBeNull()
  expect(screen.queryByRole('link', { name: 'People' })).toBeNull()
  cleanup()
  closeConsoles()

  await tryingAs({ ...alma, role: 'agent' }, [])
  await screen.findByRole('link', { name: 'Your account' })
  expect(screen.queryByLabelText('Day')).toBeNull()
})
