import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { commandsOf } from '../../../console/models/commands.ts'
import { route } from '../../../console/router.ts'
import type { TeamBoard } from '../../../shared/protocol/board.ts'
import { refuse } from '../../../shared/refusal.ts'
import { until } from '../../shared/client/a-line.ts'
import { aBoard, aBoardRow, aTeamBoard, bens, overseer } from '../a-board.ts'
import { aConsole, aTimeline, closeConsoles, snapshotOf } from '../a-console.tsx'
import { ago, aLook, ben, hers, network, printers, rita } from '../a-desk.ts'
import { axe } from '../axe.ts'

afterEach(() => {
  cleanup()
  closeConsoles()
})

/** `narrowed`: the one team that was looked at before. */
async function theBoard(teams: TeamBoard[], at = '#/board', narrowed: string | null = null) {
  const stage = await aConsole({ me: overseer }, {}, '#/nowhere')
  stage.line.answering['board:look'] = () => aBoard(...teams)
  stage.line.answering['board:close'] = () => null
  const [first] = teams.flatMap(({ chats }) => chats)
  if (first) stage.line.answering['conversation:open'] = () => snapshotOf(first, aTimeline(first))
  stage.line.answering['conversation:why'] = () => ({ decisions: [], names: [], now: { kind: 'nobody-available', team: network } })
  stage.session.liveBoard.chosen.value = narrowed
  location.hash = at
  route.value = { at: at === '#/wall' ? 'wall' : 'board' }
  await until(() => stage.session.liveBoard.teams.value !== null)
  await until(() => document.querySelector('main.board, main.wall') !== null)
  return stage
}

const requester = (name: string) => ({ id: rita, name, verified: true })
const rowOf = (name: string) => screen.getByText(name).closest('tr') ?? document.body
const undo = async () => fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))

test('the board shows who waits and why, whose agent is silent, and who is here; axe finds nothing', async () => {
  const waits = aBoardRow({ requester: requester('Lena Brandt'), why: { kind: 'nobody-available', team: network } })
  const silent = bens({ requester: requester('Marcus Hill') })
  await theBoard([aTeamBoard({ line: [waits], chats: [silent], silent: 1 }), aTeamBoard({ team: printers, name: 'Printers' })])

  expect(within(rowOf('Lena Brandt')).getByText('Nobody of Network is available.')).toBeDefined()
  expect(within(rowOf('Marcus Hill')).getByText(/the agent is silent, late/)).toBeDefined()
  expect(within(screen.getByRole('region', { name: /Agents/ })).getByText('Ben Baum')).toBeDefined()
  expect(screen.getByRole('link', { name: 'Live board' }).getAttribute('aria-current')).toBe('page')
  expect(await axe(document)).toEqual([])

  fireEvent.click(screen.getByRole('button', { name: 'Printers' }))
  await until(() => screen.queryByText('Lena Brandt') === null)
  fireEvent.click(screen.getByRole('button', { name: 'All teams' }))
  await screen.findByText('Lena Brandt')
})

test('by keys alone: down to a chat, why, a whisper that outlasts its dialog, and one priority higher with its undo', async () => {
  const waits = aBoardRow({ requester: requester('Lena Brandt') })
  const runs = bens({ requester: requester('Marcus Hill') })
  const { session, did } = await theBoard([aTeamBoard({ line: [waits], chats: [runs] })])
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key, code: `Key${key.toUpperCase()}` })
  document.querySelector<HTMLElement>('main')?.focus()
  press('j')
  expect(document.activeElement?.textContent).toBe('Lena Brandt')
  press('w')
  expect(screen.queryByRole('dialog')).toBeNull()
  press('j')
  press('y')
  await screen.findByText('Nobody of Network is available.')
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))

  rowOf('Marcus Hill').querySelector('a')?.focus()
  press('w')
  fireEvent.input(await screen.findByLabelText('Your word'), { target: { value: 'Ask for the asset tag' } })
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  rowOf('Marcus Hill').querySelector('a')?.focus()
  press('w')
  expect(await screen.findByDisplayValue('Ask for the asset tag')).toBeDefined()
  fireEvent.submit(screen.getByLabelText('Your word').closest('form') ?? document.body)
  await until(() => did().length === 1)

  rowOf('Marcus Hill').querySelector('a')?.focus()
  expect(commandsOf(session).map(({ id }) => id)).toContain('do boardTakeOver')
  press('u')
  await undo()
  await until(() => did().length === 3)
  expect(did()).toEqual([
    { kind: 'whisper', text: 'Ask for the asset tag' },
    { kind: 'classify', impact: 'low', urgency: 'high' },
    { kind: 'classify', impact: 'low', urgency: 'medium' },
  ])
})

test('whoever joins or takes over is in the chat, and can undo it', async () => {
  const runs = bens({ requester: requester('Marcus Hill') })
  const { did } = await theBoard([aTeamBoard({ chats: [runs] })])
  fireEvent.click(screen.getByRole('button', { name: 'Join: Marcus Hill' }))
  await until(() => route.value.at === 'chats')
  await undo()
  await until(() => did().length === 2)
  route.value = { at: 'board' }
  fireEvent.click(await screen.findByRole('button', { name: 'Take over: Marcus Hill' }))
  await until(() => did().length === 3)
  await undo()
  await until(() => did().length === 4)
  expect(did()).toEqual([
    { kind: 'join' },
    { kind: 'step-out' },
    { kind: 'take-over' },
    { kind: 'transfer', to: { agent: ben }, comment: '' },
  ])
})

test('an empty board says so, and one that cannot be had says why and tries again', async () => {
  const { line, session } = await theBoard([aTeamBoard({ agents: [] })])
  expect(screen.getByText('Nobody is waiting.')).toBeDefined()
  expect(screen.getByText('No chat is running.')).toBeDefined()
  expect(screen.getByText('This team has no agents yet.')).toBeDefined()
  line.cut()
  await screen.findByText(/This is how it was at/)
  line.restore()
  line.answering['board:look'] = () => refuse('failed')
  await session.liveBoard.look()
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
})

test('the wall names nobody who asks, needs nobody, and goes on by itself after a lost line', async () => {
  const waits = aBoardRow({ requester: requester('Lena Brandt'), subject: 'Outlook crashes' })
  const { line, session } = await theBoard([aTeamBoard({ line: [waits], chats: [bens()] })], '#/wall', network)
  expect(document.body.textContent).not.toMatch(/Lena Brandt|Rita Roth|Outlook/)
  expect(screen.queryByRole('navigation')).toBeNull()
  expect(screen.getByText('Ben Baum')).toBeDefined()
  expect(await axe(document)).toEqual([])

  line.cut()
  await screen.findByText(/it goes on by itself/)
  line.answering['board:look'] = () => aBoard(aTeamBoard({ waiting: 17, at: ago(0) }))
  line.restore()
  await screen.findByText('17')
  expect(screen.queryByText(/it goes on by itself/)).toBeNull()
  expect(session.liveBoard.chosen.value).toBeNull()
})

test('agents have no board, and hear a whisper wherever they are', async () => {
  const chat = hers()
  const { line, session } = await aConsole({ mine: [chat] }, {}, '#/tickets')
  expect(screen.queryByRole('link', { name: 'Live board' })).toBeNull()
  expect(commandsOf(session).map(({ id }) => id)).not.toContain('page board')
  const stamp = { lane: 'internal' as const, seq: 1, after: 3, at: ago(0), by: ben }
  line.announce('entries:added', {
    conversation: chat.id,
    lane: 'internal',
    entries: [{ kind: 'noted', to: aLook().me.id, body: { text: 'Ask for the asset tag' }, ...stamp }],
  })
  await screen.findByText('Ben Baum whispers about Rita Roth: Ask for the asset tag')
})
