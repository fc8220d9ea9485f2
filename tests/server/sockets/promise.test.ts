import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { noTargets } from '../../../shared/target.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let ada: Person
let zoe: Person

beforeAll(async () => {
  desk = await aDesk()
  ada = await desk.agent('Ada')
  zoe = await desk.agent('Zoe', { role: 'supervisor', wish: 'away' })
}, 60_000)
afterAll(() => desk.close(), 60_000)

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

async function helped(name: string) {
  const rita = await desk.requester(name)
  const chat = await rita.asks(`${name}'s screen is black`)
  await ada.does(chat, { kind: 'take' })
  return { rita, chat }
}

test('what was promised is listed by when it is owed, to its owner and on the board, and its requester sees it', async () => {
  const [one, other, plain] = [await helped('Rita'), await helped('Sam'), await helped('Tom')]
  await ada.does(one.chat, { kind: 'promise', until: soon(90), text: 'What the lab says' })
  await ada.does(other.chat, { kind: 'promise', until: soon(30), text: '' })
  const mine = await ada.ask('ticket:list', { filters: { owner: 'me', promise: 'open' }, sort: 'promise' })
  expect(mine.rows.map(({ conversation }) => conversation)).toEqual([other.chat, one.chat])
  expect(mine.rows[0]?.promisedUntil).toMatch(/Z$/)
  const all = await ada.ask('ticket:list', { sort: 'promise', limit: 2 })
  const rest = await ada.ask('ticket:list', { sort: 'promise', limit: 2, after: all.next })
  expect([...all.rows, ...rest.rows].map(({ conversation }) => conversation)).toEqual([other.chat, one.chat, plain.chat])
  expect((await ada.ask('ticket:list', { filters: { promise: 'broken' } })).rows).toEqual([])
  await desk.pool.query("update tickets set promised_until = now() - interval '1 minute' where conversation_id = $1", [other.chat])
  expect((await zoe.ask('ticket:list', { filters: { promise: 'broken' } })).rows).toMatchObject([{ conversation: other.chat }])

  const [board] = (await zoe.ask('board:look', {})).teams
  expect(board?.promises).toMatchObject({ open: 2, broken: 1, first: [{ id: other.chat, owner: ada.id }, { id: one.chat }] })

  const seen = await one.rita.ask('conversation:open', { conversation: one.chat })
  expect(seen.state).toMatchObject({ promise: { about: 'What the lab says' } })
  expect(seen.entries.map(({ kind }) => kind)).toContain('promised')
  await refusedWith('not-allowed', one.rita.does(one.chat, { kind: 'keep-promise' }))
  await refusedWith('not-found', other.rita.does(one.chat, { kind: 'keep-promise' }))
})

test('after the chat its owner goes on writing to the requester, and that keeps the promise', async () => {
  const { rita, chat } = await helped('Ute')
  await ada.does(chat, { kind: 'promise', until: soon(60), text: '' })
  await ada.does(chat, { kind: 'end' })
  await ada.says(chat, 'The lab has it')
  const seen = await rita.ask('conversation:open', { conversation: chat })
  expect(seen.state).toMatchObject({ status: 'ended', promise: null })
  expect(seen.entries.at(-2)).toMatchObject({ kind: 'said', body: { text: 'The lab has it' } })
  const listed = (await rita.ask('visit:look', {})).conversations.find(({ id }) => id === chat)
  expect(listed?.unread).toBe(1)
})

test('by when it is due is read by whoever may see the chat, from the settings of that moment on; its requester reads nothing of it', async () => {
  const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  const eve = await desk.agent('Eve', { teams: [], wish: 'away' })
  const [{ id: team } = { id: '' }] = (await olga.ask('teams:list', {})).teams
  const { routing, version } = await olga.ask('routing:read', { team })
  const times = { first: 30, next: 10, resolution: 240 }
  const targets = { ...noTargets, priorities: { ...noTargets.priorities, 4: times } }
  await olga.ask('routing:save', { team, version, routing: { ...routing, targets } })
  const { rita, chat } = await helped('Vera')
  const { targets: clocks } = await ada.ask('conversation:targets', { conversation: chat })
  expect(clocks.map(({ target }) => target)).toEqual(['first', 'resolution'])
  expect((await ada.ask('desk:look', {})).mine.find(({ id }) => id === chat)?.targets).toEqual(clocks)
  await refusedWith('not-found', eve.ask('conversation:targets', { conversation: chat }))
  await refusedWith('not-allowed', rita.ask('conversation:targets', { conversation: chat }))
  expect(JSON.stringify(await rita.ask('conversation:open', { conversation: chat }))).not.toMatch(/clocks|target/)
})
