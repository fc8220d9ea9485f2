import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TeamBoard } from '../../../shared/protocol/board.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let networks: string
let ada: Person
/** Oversees the service desk. */
let zoe: Person
let olga: Person

beforeAll(async () => {
  desk = await aDesk()
  networks = randomUUID()
  await desk.pool.query('insert into teams (id, name, tier) values ($1, $2, 2)', [networks, 'Networks'])
  ada = await desk.agent('Ada', { capacity: 3 })
  zoe = await desk.agent('Zoe', { role: 'supervisor', wish: 'away' })
  olga = await desk.agent('Olga', { role: 'administrator', wish: 'away', teams: [] })
}, 60_000)
afterAll(() => desk.close(), 60_000)

const told = ({ heard }: Person) => heard.flatMap(({ name, news }) => (name === 'board:changed' ? [news as TeamBoard] : []))
const lately = (person: Person, team = desk.team) => told(person).findLast((board) => board.team === team)
const entriesOf = async (conversation: string) =>
  (await desk.pool.query('select kind, by, data, body from entries where conversation_id = $1 order by at, lane, seq', [conversation])).rows

test('a supervisor sees the teams he is in, an administrator all; agents and requesters see none', async () => {
  const rita = await desk.requester('Rita')
  expect((await zoe.ask('board:look', {})).teams.map(({ name }) => name)).toEqual(['Service desk'])
  expect((await olga.ask('board:look', {})).teams.map(({ name }) => name)).toEqual(['Service desk', 'Networks'])
  await refusedWith('not-allowed', ada.ask('board:look', {}))
  await refusedWith('not-allowed', rita.ask('board:look', {}))
  await refusedWith('malformed', zoe.ask('board:look', { team: networks } as never))
  for (const person of [zoe, olga]) await person.ask('board:close', {})
})

test('who looks is told within moments who waits and why, who helps, and for how long; who looks away is told nothing more', async () => {
  const { teams } = await zoe.ask('board:look', {})
  expect(teams[0]).toMatchObject({ waiting: 0, longestSince: null, running: 0 })
  const rita = await desk.requester('Rita')
  const chat = await rita.asks('My screen is black', desk.topic)
  await eventually(() => lately(zoe)?.line[0]?.offer?.agent === ada.id)
  expect(lately(zoe)?.line[0]?.why).toBeNull()
  await ada.ask('agent:wish', { wish: 'away' })
  await eventually(() => lately(zoe)?.line[0]?.why?.kind === 'nobody-available')

  const waiting = lately(zoe)
  expect(waiting?.longestSince).toEqual(waiting?.line[0]?.waitingSince)
  expect(waiting?.line).toMatchObject([{ id: chat, requester: { name: 'Rita' }, why: { kind: 'nobody-available', team: desk.team } }])
  expect(waiting).toMatchObject({ places: 0, free: 0, running: 0 })

  await ada.ask('agent:wish', { wish: 'available' })
  await ada.does(chat, { kind: 'take' })
  await eventually(() => lately(zoe)?.running === 1)
  const running = lately(zoe)
  expect(running).toMatchObject({ waiting: 0, line: [], places: 3, free: 2, silent: 0 })
  expect(running?.chats).toMatchObject([
    { id: chat, agent: ada.id, impact: 'low', urgency: 'medium', silent: { of: 'agent', long: false } },
  ])
  const hers = running?.agents.find(({ id }) => id === ada.id)
  expect(hers).toMatchObject({ name: 'Ada', state: 'available', load: 1, capacity: 3, chats: 1, silent: 0 })
  expect(Date.now() - Date.parse(hers?.since ?? '')).toBeLessThan(60_000)
  expect(told(olga)).toEqual([])

  await zoe.ask('board:close', {})
  const before = told(zoe).length
  await ada.does(chat, { kind: 'end' })
  await olga.ask('board:look', {})
  await eventually(() => lately(olga)?.running === 0)
  expect(told(zoe)).toHaveLength(before)
  await olga.ask('board:close', {})
})

test('a chat in which the agent is silent for longer than his team allows is counted, with him', async () => {
  const rita = await desk.requester('Rita')
  const chat = await rita.asks('My mouse is gone', desk.topic)
  await ada.does(chat, { kind: 'take' })
  await desk.pool.query(`update conversations set state = jsonb_set(state, '{unansweredSince}', to_jsonb($2::text)) where id = $1`, [
    chat,
    new Date(Date.now() - 400_000).toISOString(),
  ])
  const [board] = (await zoe.ask('board:look', {})).teams
  expect(board).toMatchObject({ silent: 1, chats: [{ id: chat, silent: { of: 'agent', long: true } }] })
  expect(board?.agents.find(({ id }) => id === ada.id)).toMatchObject({ chats: 1, silent: 1 })

  // The team says itself how long its agents may take for a word.
  const { routing, version } = await olga.ask('routing:read', { team: desk.team })
  const saved = await olga.ask('routing:save', {
    team: desk.team,
    version,
    routing: { ...routing, silence: { ...routing.silence, warn: 900 } },
  })
  const seen = async () => (await zoe.ask('board:look', {})).teams[0]
  await eventually(async () => (await seen())?.silent === 0)
  expect(await seen()).toMatchObject({ chats: [{ id: chat, silent: { of: 'agent', long: false } }] })
  expect((await seen())?.agents.find(({ id }) => id === ada.id)?.silent).toBe(0)
  await olga.ask('routing:save', { team: desk.team, version: saved.version, routing })
  await zoe.ask('board:close', {})
  await ada.does(chat, { kind: 'end' })
})

test('a supervisor whispers, joins, raises and takes over; each is on record, and agents may do none of it', async () => {
  const ben = await desk.agent('Ben', { wish: 'away' })
  const rita = await desk.requester('Rita')
  const chat = await rita.asks('My keyboard sticks', desk.topic)
  await refusedWith('not-active', zoe.does(chat, { kind: 'whisper', text: 'Too early' }))
  await ada.does(chat, { kind: 'take' })
  await Promise.all([rita, ada].map((person) => person.ask('conversation:open', { conversation: chat })))
  for (const kind of ['join', 'take-over'] as const) await refusedWith('not-allowed', ben.does(chat, { kind }))
  await refusedWith('not-allowed', ben.does(chat, { kind: 'whisper', text: 'Psst' }))
  await refusedWith('not-allowed', rita.does(chat, { kind: 'whisper', text: 'Psst' }))

  await zoe.does(chat, { kind: 'whisper', text: 'Ask for the asset tag' })
  await eventually(() => JSON.stringify(ada.heard).includes('Ask for the asset tag'))
  await zoe.does(chat, { kind: 'classify', impact: 'low', urgency: 'high' })
  await zoe.does(chat, { kind: 'join' })
  await zoe.says(chat, 'I am here as well')
  await eventually(() => JSON.stringify(rita.heard).includes('I am here as well'))
  await zoe.does(chat, { kind: 'take-over' })
  await refusedWith('impossible-now', zoe.does(chat, { kind: 'whisper', text: 'To myself' }))

  expect(JSON.stringify(rita.heard)).not.toContain('asset tag')
  const byZoe = (await entriesOf(chat)).filter(({ by }) => by === zoe.id)
  expect(byZoe).toMatchObject([
    { kind: 'noted', data: { to: ada.id }, body: { text: 'Ask for the asset tag' } },
    { kind: 'classified', data: { urgency: 'high' } },
    { kind: 'joined' },
    { kind: 'said' },
    { kind: 'assigned', data: { how: 'take-over' } },
  ])
  const { entries } = await ada.ask('conversation:open', { conversation: chat })
  expect(entries.find(({ kind }) => kind === 'noted')).toMatchObject({ to: ada.id })
})

test('whoever asks for the board again and again is slowed down, and others are not', async () => {
  const looks = async (person: Person) =>
    person.ask('board:look', {}).then(
      () => true,
      () => false,
    )
  const answers = await Promise.all(Array.from({ length: 60 }, () => looks(zoe)))
  expect(answers).toContain(false)
  expect(await looks(olga)).toBe(true)
})
