import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { route, routeOf } from '../../../console/router.ts'
import type { TeamView } from '../../../shared/protocol/line.ts'
import { refuse } from '../../../shared/refusal.ts'
import { defaultRouting } from '../../../shared/team-routing.ts'
import { until } from '../../shared/client/a-line.ts'
import { aBoard, aTeamBoard, overseer } from '../a-board.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'
import { ago, hers, network, printers } from '../a-desk.ts'
import { axe } from '../axe.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const closed: TeamView = {
  id: printers,
  name: 'Printers',
  tier: 1,
  topics: [],
  open: false,
  shut: { notice: { en: 'The building is being evacuated.' }, by: 'Olga Ott', since: ago(600) },
}
const { shut, ...reopened } = closed
const sign = () => screen.queryByRole('complementary', { name: 'Emergency' })

test('as long as a team is closed in an emergency, everybody reads which, by whom and what requesters read; an agent cannot open it', async () => {
  const { line } = await aConsole()
  expect(sign()).toBeNull()

  line.announce('team:changed', closed)
  await until(() => sign() !== null)
  expect(sign()?.textContent).toMatch(/Closed in an emergency: Printers\. By Olga Ott, .*The building is being evacuated\./)
  expect(screen.queryByRole('button', { name: 'Open again' })).toBeNull()
  expect(await axe(document)).toEqual([])

  line.announce('team:changed', { ...reopened, open: true })
  await until(() => sign() === null)
})

test('whoever may, opens it again from wherever he is, with the way back', async () => {
  const { line } = await aConsole({ me: { ...overseer, role: 'administrator' } }, {}, '#/tickets')
  let routing = { ...defaultRouting, emergency: closed.shut?.notice ?? null }
  line.answering['routing:read'] = () => ({ routing, version: 3 })
  line.answering['routing:save'] = ({ routing: wanted, version }) => {
    routing = { ...defaultRouting, ...wanted }
    return { routing, version: version + 1 }
  }
  line.announce('team:changed', closed)
  fireEvent.click(await screen.findByText('Open again', { selector: 'button' }))
  await screen.findByText('Open again: Printers.')
  expect(line.askedFor('routing:save')).toMatchObject([{ team: printers, routing: { emergency: null } }])

  fireEvent.click(screen.getByRole('button', { name: /^Undo/ }))
  await until(() => line.askedFor('routing:save').length === 2)
  expect(routing.emergency).toEqual({ en: 'The building is being evacuated.' })
})

test('whoever closes every team must say why, closes all of them, though one is saved by somebody else meanwhile, and can take it back', async () => {
  const { line } = await aConsole({ me: { ...overseer, role: 'administrator' } }, {}, '#/nowhere')
  const kept = new Map([network, printers].map((id) => [id, { routing: defaultRouting, version: 1 }]))
  const of = (team: string) => kept.get(team) ?? { routing: defaultRouting, version: 0 }
  let isLate = true
  line.answering['teams:list'] = () => ({
    teams: [...kept.keys()].map((id) => ({
      id,
      name: id === network ? 'Network' : 'Printers',
      tier: 1,
      hours: null,
      topics: [],
      version: 1,
    })),
  })
  line.answering['routing:read'] = ({ team }) => of(team)
  line.answering['routing:save'] = ({ team, version, routing }) => {
    if (isLate) {
      isLate = false
      kept.set(team, { ...of(team), version: version + 1 })
    }
    if (version !== of(team).version) refuse('changed-meanwhile')
    const saved = { routing: { ...defaultRouting, ...routing }, version: version + 1 }
    kept.set(team, saved)
    return saved
  }
  const emergencies = () => [...kept.values()].map(({ routing }) => routing.emergency)
  route.value = routeOf('#/settings/waiting')

  const panel = within((await screen.findByText('Emergency: close the whole desk')).closest('details') ?? document.body)
  fireEvent.submit(panel.getByLabelText(/English/).closest('form') ?? document.body)
  await panel.findByText('Say why, and what to do instead')
  expect(line.askedFor('routing:save')).toEqual([])

  fireEvent.input(panel.getByLabelText(/English/), { target: { value: 'Fire alarm' } })
  fireEvent.submit(panel.getByLabelText(/English/).closest('form') ?? document.body)
  await screen.findByText('Every team is closed.')
  expect(emergencies()).toEqual([{ en: 'Fire alarm' }, { en: 'Fire alarm' }])

  fireEvent.click(screen.getByRole('button', { name: /^Undo/ }))
  await until(() => emergencies().every((one) => one === null))
})

test('the board and the wall mark the team, too', async () => {
  const { line } = await aConsole({ me: overseer }, {}, '#/nowhere')
  line.answering['board:look'] = () => aBoard(aTeamBoard(), aTeamBoard({ team: printers, name: 'Printers' }))
  line.answering['board:close'] = () => null
  line.announce('team:changed', closed)
  route.value = { at: 'board' }
  const row = () => screen.queryByText('Printers', { selector: 'button' })?.closest('tr')
  await until(() => Boolean(row()))
  expect(within(row() ?? document.body).getByText('Emergency')).toBeDefined()

  route.value = { at: 'wall' }
  await until(() => document.querySelector('main.wall .wall-teams') !== null)
  expect(within(screen.getByRole('main')).getByRole('complementary', { name: 'Emergency' })).toBeDefined()
  expect(screen.getByRole('heading', { name: 'Printers Emergency' })).toBeDefined()
  expect(await axe(document)).toEqual([])
})

test('nobody is sent to a team that is closed in an emergency, and who is sent where nobody is, is told to wait', async () => {
  const mine = hers()
  const { line } = await aConsole({ mine: [mine] }, {}, `#/chats/${mine.id}`)
  await until(() => screen.queryByRole('button', { name: 'Transfer' }) !== null)
  fireEvent.click(screen.getByRole('button', { name: 'Transfer' }))
  const choose = (team: string) => fireEvent.change(screen.getByLabelText('Transfer to'), { target: { value: `team ${team}` } })
  choose(printers)
  expect(screen.getByText(/Nobody of this team is available now/)).toBeDefined()

  line.announce('team:changed', { ...reopened })
  expect(await screen.findByText(/It is closed now\. Whoever is sent there waits/)).toBeDefined()
  line.announce('team:changed', closed)
  expect(await screen.findByText('Nobody can be sent there until it is open again.')).toBeDefined()
  expect((screen.getByRole('option', { name: 'Printers, tier 1, Emergency' }) as HTMLOptionElement).disabled).toBe(true)

  line.announce('team:changed', { ...reopened, id: network, name: 'Network', open: true })
  choose(network)
  await until(() => screen.queryByText(/Nobody of this team/) === null)
})
