import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import type { ShownTarget } from '../../../shared/target.ts'
import { defaultRouting, type TeamRouting } from '../../../shared/team-routing.ts'
import { until } from '../../shared/client/a-line.ts'
import { aBoard, aTeamBoard, overseer } from '../a-board.ts'
import { aConsole, accepted, aTimeline, closeConsoles } from '../a-console.tsx'
import { ada, ago, aSummary, ben, hers, later, network } from '../a-desk.ts'
import { aRow } from '../a-ticket-row.ts'
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
  await form.findByText('Such as 30 or 4 h')
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

const aTarget = (target: ShownTarget['target'], change: Partial<ShownTarget>): ShownTarget => ({
  ...{ target, due: null, near: null, stands: null, left: null, met: null, missed: null },
  ...change,
})
const timed = [{ id: network, name: 'Network', tier: 1, topics: [], open: true, targets: 'as of today' }]

test('above a chat stand its clocks: what is due, how long that is still to come, and why another one rests; the list shows the first', async () => {
  const targets = [aTarget('first', { due: ago(-720), near: ago(-300) }), aTarget('resolution', { stands: 'on-hold', left: 3 * 3600_000 })]
  const chat = hers({ targets })
  const { line, session } = await aConsole({ mine: [chat], teams: timed }, { [chat.id]: aTimeline(chat, accepted) }, '#/nowhere')
  line.answering['conversation:targets'] = () => ({ targets })
  const { route, routeOf } = await import('../../../console/router.ts')
  route.value = routeOf(`#/chats/${chat.id}`)
  const bar = within(await screen.findByRole('list', { name: 'Targets' }))
  expect(bar.getByText(/^First answer by/)).toBeTruthy()
  expect(bar.getByText('12 min left', { exact: false })).toBeTruthy()
  expect(bar.getByText('Solution: on hold, 3 h left')).toBeTruthy()
  const mine = within(screen.getByRole('region', { name: /^Mine/ }))
  expect(mine.getByText(/^First answer by/)).toBeTruthy()
  expect(await axe(document)).toEqual([])
  const asked = line.askedFor('conversation:targets').length
  session.clock.tick()
  expect(line.askedFor('conversation:targets')).toHaveLength(asked)
})

test('the owner is warned once before the end; a supervisor hears once what was missed, sees it counted, and lists what is due', async () => {
  const chat = hers()
  const { line } = await aConsole({ mine: [chat], teams: timed })
  const near = [aTarget('next', { due: ago(-120), near: ago(1) })]
  for (const priority of [3, 2] as const) line.announce('conversation:changed', later(chat, { targets: near, priority }))
  expect(await screen.findAllByText(/^Next answer to Rita Roth is due by/)).toHaveLength(1)
  cleanup()
  closeConsoles()

  const other = await aConsole({ me: overseer, teams: timed }, {}, '#/nowhere')
  other.line.answering['board:look'] = () => aBoard(aTeamBoard({ targets: { soon: 2, late: 1 } }))
  const { route } = await import('../../../console/router.ts')
  route.value = { at: 'board' }
  expect(await screen.findByText('1 overdue')).toBeTruthy()
  const bens = aSummary({ status: 'active', agent: ben })
  const missed = [aTarget('next', { due: ago(5), near: ago(65), missed: ago(5) })]
  for (const priority of [3, 2] as const) other.line.announce('conversation:changed', { ...bens, targets: missed, priority })
  expect(await screen.findAllByText(/^Next answer to Rita Roth was due by .* It is with: Ben Baum\.$/)).toHaveLength(1)

  other.line.answering['ticket:list'] = () => ({
    rows: [aRow(1, 'It blinks', { targets: missed })],
    next: null,
    total: { count: 1, more: false },
  })
  route.value = { at: 'tickets' }
  const list = within((await screen.findByText('It blinks')).closest('table') as HTMLElement)
  expect(list.getByText(/^Next answer was due by/)).toBeTruthy()
  fireEvent.click(list.getByRole('button', { name: 'Due' }))
  fireEvent.change(screen.getByLabelText('Targets'), { target: { value: 'late' } })
  await until(() => other.line.askedFor('ticket:list').length === 3)
  expect(other.line.askedFor('ticket:list').at(-1)).toMatchObject({ sort: 'target', filters: { target: 'late' } })
  expect(await axe(document)).toEqual([])
})
