import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { forgetOldDrafts } from '../../../server/postgres/drafts.ts'
import type { Asked } from '../../../shared/protocol.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let ada: Person
let tablet: Person
let ben: Person
let eve: Person
let chat: string

beforeAll(async () => {
  desk = await aDesk()
  const networks = randomUUID()
  await desk.pool.query('insert into teams (id, name, tier) values ($1, $2, 2)', [networks, 'Networks'])
  ada = await desk.agent('Ada', { capacity: 50 })
  tablet = await desk.again(ada)
  ben = await desk.agent('Ben', { wish: 'away' })
  eve = await desk.agent('Eve', { teams: [networks], wish: 'away' })
}, 60_000)
afterAll(() => desk.close())
beforeEach(async () => {
  chat = await (await desk.requester('Rita')).asks('My screen is black')
  await ada.does(chat, { kind: 'take' })
})

const writes = (who: Person, text: string, change: Partial<Asked<'drafts:keep'>> = {}) =>
  who.ask('drafts:keep', { conversation: chat, lane: 'public', version: 0, text, aside: [], ...change })
const drafted = async (who: Person) => (await who.ask('drafts:list', {})).drafts.filter(({ conversation }) => conversation === chat)
const heardBy = ({ heard }: Person) => heard.filter(({ name, news }) => name === 'draft:kept' && JSON.stringify(news).includes(chat))

test('what Ada begins on one device is on her other, reply and note apart, and nobody else hears of it', async () => {
  const reply = await writes(ada, 'Have you tried ')
  const note = await writes(ada, 'Third time this week', { lane: 'internal' })

  expect(reply).toEqual({ conversation: chat, lane: 'public', text: 'Have you tried ', aside: [], version: expect.any(Number) })
  await eventually(() => heardBy(tablet).length === 2)
  expect(heardBy(tablet).map(({ news }) => news)).toEqual([reply, note])
  expect((await drafted(tablet)).map(({ text }) => text).sort()).toEqual(['Have you tried ', 'Third time this week'])
  expect([await drafted(ben), await drafted(eve)]).toEqual([[], []])
  expect([...heardBy(ben), ...heardBy(eve)]).toEqual([])
})

test('a later device does not overwrite what it has not read: it is told what stands there', async () => {
  const first = await writes(ada, 'from the laptop')
  expect(await writes(tablet, 'from the tablet')).toEqual(first)
  expect(await drafted(ada)).toEqual([first])

  const both = await writes(tablet, 'from the tablet', { version: first.version, aside: [first.text] })
  expect(both).toMatchObject({ text: 'from the tablet', aside: ['from the laptop'] })
  expect(both.version).toBeGreaterThan(first.version)
  expect(await writes(ada, 'too late', { version: first.version })).toEqual(both)
})

test('what was sent is no draft any more, on all devices, and what stands beside it stays', async () => {
  const { version } = await writes(ada, 'Try anoth')
  await writes(ada, ' Try anoth', { version, aside: ['Buy a new one'] })
  await writes(ada, 'for colleagues', { lane: 'internal' })
  await ada.says(chat, 'Try another cable')

  await eventually(async () => (await drafted(tablet)).every(({ text }) => text !== ' Try anoth'))
  expect((await drafted(tablet)).map(({ text, aside }) => [text, aside]).sort()).toEqual([
    ['', ['Buy a new one']],
    ['for colleagues', []],
  ])
  expect(heardBy(tablet).at(-1)?.news).toMatchObject({ lane: 'public', text: '', aside: ['Buy a new one'] })
})

test('a message empties nothing that it does not hold, and a note no reply', async () => {
  await writes(ada, 'Something else')
  await ada.says(chat, 'One moment')
  await ada.does(chat, { kind: 'note', text: 'Something else' })
  await writes(ada, 'x', { lane: 'internal' })
  await ada.does(chat, { kind: 'note', text: 'x' })
  await eventually(async () => (await drafted(tablet)).length === 1)
  expect((await drafted(tablet)).map(({ text }) => text)).toEqual(['Something else'])
})

test('a draft is kept only where its writer may say it', async () => {
  await refusedWith('not-owner', writes(ben, 'I would say'))
  await writes(ben, 'I would note', { lane: 'internal' })
  await refusedWith('not-found', writes(eve, 'x', { lane: 'internal' }))
  await refusedWith('not-found', writes(eve, 'x', { conversation: randomUUID(), lane: 'internal' }))
  await refusedWith('not-allowed', writes(await desk.requester('Rolf'), 'x'))

  const { version } = await writes(ada, 'Mine as long as it is mine')
  await ada.does(chat, { kind: 'transfer', to: { team: desk.team }, comment: '' })
  await refusedWith('not-owner', writes(ada, 'Mine still', { version }))
  expect(await writes(ada, '', { version })).toMatchObject({ text: '' })
})

test('a draft is cut where a message ends, and mended where no database keeps it', async () => {
  const { text } = await writes(ada, `a\0b\uD800${'x'.repeat(5_000)}`)
  expect([text.length, text.slice(0, 4)]).toEqual([4_000, 'ab\uFFFDx'])
  await refusedWith('too-large', writes(ada, '', { aside: ['1', '2', '3', '4'] }))
})

test('drafts go with their conversation, and after a month by themselves', async () => {
  await writes(ada, 'old')
  await writes(ada, 'older', { lane: 'internal' })
  await desk.pool.query(`update drafts set changed_at = now() - interval '31 days' where conversation_id = $1 and lane = 'internal'`, [
    chat,
  ])
  await forgetOldDrafts(desk.pool, new Date())
  expect((await drafted(ada)).map(({ text }) => text)).toEqual(['old'])

  await desk.pool.query('delete from tickets where conversation_id = $1', [chat])
  await desk.pool.query('delete from speakers where conversation_id = $1', [chat])
  await desk.pool.query('delete from conversations where id = $1', [chat])
  expect(await drafted(ada)).toEqual([])
})
