import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createNaming } from '../../../server/sockets/naming.ts'
import type { News } from '../../../shared/protocol/news.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let ada: Person
let ben: Person
let eve: Person
let network: string

beforeAll(async () => {
  desk = await aDesk()
  network = randomUUID()
  await desk.pool.query("insert into teams (id, name, tier) values ($1, 'Network', 2)", [network])
  ada = await desk.agent('Ada')
  ben = await desk.agent('Bén Ñúñez', { wish: 'away' })
  eve = await desk.agent('Eve', { wish: 'away', teams: [network] })
}, 60_000)
afterAll(() => desk.close(), 60_000)

async function helped(name: string) {
  const person = await desk.requester(name)
  const chat = await person.asks(`${name} cannot print`)
  await ada.does(chat, { kind: 'take' })
  return { person, chat }
}
const newsOf = async (person: Person, chat?: string) =>
  (await person.ask('news:list', {})).news.filter(({ conversation }) => !chat || conversation === chat)
const whysOf = async (person: Person, chat: string) => (await newsOf(person, chat)).map(({ why }) => why)
const came = ({ heard }: Person, chat: string) =>
  heard.flatMap(({ name, news }) => (name === 'news:came' && (news as News).conversation === chat ? [news as News] : []))

test('whoever a note names hears of it at once and finds it later, until it is seen on any device; a new name breaks nothing', async () => {
  const { person, chat } = await helped('Rita')
  const mentions = [
    { agent: ben.id, as: 'Bén Ñúñez' },
    { agent: eve.id, as: 'Eve' },
    { agent: ada.id, as: 'Ada' },
  ]
  await ada.does(chat, { kind: 'note', text: '@Bén Ñúñez @Eve is it the driver, quince?', mentions })
  await eventually(() => came(ben, chat).length > 0)
  const [told] = came(ben, chat)
  expect(told).toMatchObject({
    why: 'mentioned',
    by: 'Ada',
    requester: 'Rita',
    lane: 'internal',
    seen: false,
    text: '@Bén Ñúñez @Eve is it the driver, quince?',
  })

  await desk.pool.query("update agents set name = 'Ben King' where id = $1", [ben.id])
  const { entries } = await ben.ask('conversation:open', { conversation: chat })
  expect(entries.find(({ seq, lane }) => lane === 'internal' && seq === told?.seq)).toMatchObject({
    mentions: [ben.id],
    body: { as: ['Bén Ñúñez'] },
  })
  expect(await newsOf(ben, chat)).toMatchObject([{ seen: false }])

  // Eve may not read the chats of that team, and nobody hears of his own notes.
  expect([came(eve, chat), await newsOf(eve), await newsOf(ada, chat)]).toEqual([[], [], []])
  expect(JSON.stringify([person.heard, await person.ask('conversation:open', { conversation: chat })])).not.toContain('quince')
  await refusedWith('not-allowed', person.ask('news:list', {}))

  const other = await desk.again(ben)
  await other.ask('news:see', { conversation: chat })
  await eventually(() => ben.heard.some(({ name }) => name === 'news:seen'))
  expect(await newsOf(ben, chat)).toMatchObject([{ seen: true }])
})

test('who follows hears of what matters, and never of his own acts; strangers neither follow nor see who does', async () => {
  const { person, chat } = await helped('Sven')
  expect(await ben.ask('follow:set', { conversation: chat, following: true })).toMatchObject({ followers: [{ id: ben.id }] })
  await ben.ask('follow:set', { conversation: chat, following: true })
  await ada.ask('follow:set', { conversation: chat, following: true })
  await refusedWith('not-found', eve.ask('follow:set', { conversation: chat, following: true }))
  await refusedWith('not-found', eve.ask('follow:look', { conversation: chat }))
  await person.says(chat, 'Still nothing')
  await ada.does(chat, { kind: 'resolve', code: 'solved', resolution: 'A new driver' })
  await person.does(chat, { kind: 'reopen' })
  await eventually(async () => (await whysOf(ben, chat)).length === 2)
  expect(await whysOf(ben, chat)).toEqual(['reopened', 'resolved'])
  expect(await whysOf(ada, chat)).toEqual(['reopened'])
  await ben.ask('follow:set', { conversation: chat, following: false })
  expect((await ada.ask('follow:look', { conversation: chat })).followers).toEqual([{ id: ada.id, name: 'Ada' }])

  const left = await person.asks('Call me', null, 'message')
  await ben.ask('follow:set', { conversation: left, following: true })
  await person.says(left, 'Tomorrow, please')
  await eventually(() => came(ben, left).some(({ why, text }) => why === 'said' && text === 'Tomorrow, please'))
})

test('who followed and may not read it any more neither hears of it nor is named', async () => {
  const { person, chat } = await helped('Theo')
  await ben.ask('follow:set', { conversation: chat, following: true })
  await ada.does(chat, { kind: 'transfer', to: { team: network }, comment: 'A switch' })
  await eve.does(chat, { kind: 'take' })
  await refusedWith('not-found', ben.ask('follow:look', { conversation: chat }))
  expect((await eve.ask('follow:look', { conversation: chat })).followers).toEqual([])
  await eve.does(chat, { kind: 'resolve', code: 'solved', resolution: 'The switch, sorrel' })
  await person.does(chat, { kind: 'reopen' })
  expect([await newsOf(ben, chat), JSON.stringify(came(ben, chat))]).toEqual([[], '[]'])
})

test('Eve is asked for advice, reads along and answers; owner and load stay, and the requester neither sees nor counts it', async () => {
  const { person, chat } = await helped('Tara')
  const before = await person.ask('conversation:open', { conversation: chat })
  const load = async () => (await desk.pool.query('select agent_id, load from standings order by agent_id')).rows
  const loads = await load()
  const advice = randomUUID()
  await refusedWith('not-found', eve.ask('conversation:open', { conversation: chat }))
  await refusedWith('not-allowed', person.does(chat, { kind: 'ask-advice', agent: eve.id, text: 'Hm?' }))
  await refusedWith('no-such-agent', ada.does(chat, { kind: 'ask-advice', agent: ada.id, text: 'Hm?' }))
  await ada.does(chat, { kind: 'ask-advice', agent: eve.id, text: 'Which gateway, medlar?' }, advice)
  await eventually(() => came(eve, chat).some(({ why }) => why === 'asked'))
  const seen = await eve.ask('conversation:open', { conversation: chat })
  expect(seen.state).toMatchObject({ agent: ada.id, advice: [{ id: advice, by: ada.id, of: eve.id, answered: false }] })
  await refusedWith('not-owner', eve.says(chat, 'Hello'))
  await refusedWith('not-allowed', eve.does(chat, { kind: 'resolve', code: 'solved', resolution: 'By me' }))
  await refusedWith('not-found', eve.does(chat, { kind: 'advise', advice: randomUUID(), text: 'The old one' }))
  await eve.does(chat, { kind: 'advise', advice, text: 'The old medlar one' })
  await eventually(() => came(ada, chat).some(({ why, text }) => why === 'advised' && text === 'The old medlar one'))
  expect((await ada.ask('conversation:open', { conversation: chat })).state).toMatchObject({ agent: ada.id, advice: [{ answered: true }] })
  await ada.does(chat, { kind: 'advise', advice, text: 'Thank you' })
  await eventually(async () => (await whysOf(eve, chat)).join() === 'advised,asked')

  expect(await load()).toEqual(loads)
  const after = await person.ask('conversation:open', { conversation: chat })
  expect(after.entries.map(({ seq }) => seq)).toEqual(before.entries.map(({ seq }) => seq))
  expect(JSON.stringify([person.heard, after])).not.toMatch(/medlar|advice/)
})

test('nobody calls everybody all the time', () => {
  let now = 0
  const naming = createNaming(() => now)
  const note = { kind: 'note' as const, text: '@', mentions: Array.from({ length: 10 }, () => ({ agent: randomUUID(), as: 'A' })) }
  expect([1, 2, 3, 4, 5].map(() => naming.may('ada', note))).toEqual([true, true, true, true, false])
  expect([naming.may('ben', note), naming.may('ada', { kind: 'note', text: 'plain' })]).toEqual([true, true])
  now = 100_000
  expect(naming.may('ada', note)).toBe(true)
})
