import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { aReceiver, isGenuine, type Receiver } from '../outbox/a-receiver.ts'

let desk: TestDesk
let receiver: Receiver
let ada: Person
let olga: Person
let secret: string

beforeAll(async () => {
  desk = await aDesk({ settings: { logAfterSeconds: 0 } })
  receiver = await aReceiver()
  ada = await desk.agent('Ada')
  olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  const saved = await olga.ask('webhook:save', { version: 0, url: receiver.url, hosts: ['127.0.0.1'], enabled: true, newSecret: true })
  secret = saved.secret ?? ''
})
afterAll(async () => {
  await desk.close()
  await receiver.close()
})

async function solved(subject: string) {
  const rita = await desk.requester('Rita')
  const chat = await rita.asks(subject)
  await ada.does(chat, { kind: 'take' })
  await ada.says(chat, 'Is it plugged in?')
  await ada.does(chat, { kind: 'resolve', code: 'solved', resolution: 'It was not plugged in' })
  return { rita, chat }
}

test('a solved chat is logged, sent to the webhook, and found again by what was said in it', async () => {
  const { chat } = await solved('The aardvark is dark')
  await eventually(async () => (await ada.ask('ticket:read', { conversation: chat })).logged !== null)
  const { ticket, logged } = await ada.ask('ticket:read', { conversation: chat })
  await eventually(() => receiver.got.some(({ event }) => event.ticket.conversation === chat))
  await eventually(async () => (await ada.ask('ticket:list', { words: 'aardvark plugged' })).rows.length > 0)

  const got = receiver.got.find(({ event }) => event.ticket.conversation === chat)
  expect(got && isGenuine(got, secret)).toBe(true)
  expect(got?.event.hash.value).toBe(logged?.sha256)
  const { rows, total } = await ada.ask('ticket:list', { words: 'aardvark plugged' })
  expect(rows).toMatchObject([{ conversation: chat, number: ticket.number, status: 'resolved', workOwner: { name: 'Ada' } }])
  expect(total).toEqual({ count: 1, more: false })
})

test('an administrator sees what was sent, sends it again under the same id, and tries the webhook', async () => {
  const { chat } = await solved('Twice told')
  const mine = async () => (await olga.ask('webhook:deliveries', {})).deliveries.find(({ conversation }) => conversation === chat)
  await eventually(async () => (await mine())?.state === 'delivered')
  const delivery = await mine()
  if (!delivery) throw new Error('It was not sent')
  await olga.ask('webhook:replay', { delivery: delivery.id })
  const ids = () => receiver.got.flatMap(({ event, headers }) => (event.ticket?.conversation === chat ? [headers['firstline-id']] : []))
  await eventually(() => ids().length === 2)

  expect(ids()).toEqual([delivery.id, delivery.id])
  expect(await olga.ask('webhook:test', {})).toMatchObject({ delivered: true, why: 'It answered 200.' })
  await expect(olga.ask('webhook:replay', { delivery: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
})

test('deliveries are found again by ticket, state and time, and by nothing that does not fit', async () => {
  const { chat } = await solved('Found again')
  const { ticket } = await ada.ask('ticket:read', { conversation: chat })
  const found = async (wanted: object) =>
    (await olga.ask('webhook:deliveries', wanted)).deliveries.filter(({ conversation }) => conversation === chat).length
  await eventually(async () => (await found({ number: ticket.number, state: 'delivered' })) === 1)

  const [soon, before] = [60_000, -60_000].map((ms) => new Date(Date.now() + ms).toISOString())
  expect(await found({ from: before, to: soon })).toBe(1)
  expect(await found({ from: soon })).toBe(0)
  expect(await found({ to: before })).toBe(0)
  expect(await found({ number: ticket.number, state: 'set-aside' })).toBe(0)
  expect((await olga.ask('webhook:deliveries', { number: 999_999 })).deliveries).toEqual([])
  for (const odd of [{ number: 0 }, { state: 'lost' }, { from: 'yesterday' }]) {
    await expect(olga.ask('webhook:deliveries', odd as object)).rejects.toMatchObject({ code: 'malformed' })
  }
})

test('requesters list no tickets, agents send none, and a foreign ticket does not exist', async () => {
  const { rita, chat } = await solved('Not for everybody')
  const other = randomUUID()
  await desk.pool.query('insert into teams (id, name, tier) values ($1, $2, 2)', [other, 'Networks'])
  const eve = await desk.agent('Eve', { teams: [other] })
  const { ticket } = await ada.ask('ticket:read', { conversation: chat })

  await expect(rita.ask('ticket:list', {})).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(rita.ask('ticket:read', { conversation: chat })).rejects.toMatchObject({ code: 'not-allowed' })
  for (const which of [{ conversation: chat }, { number: ticket.number }, { conversation: randomUUID() }, { number: 999_999_999 }]) {
    await expect(eve.ask('ticket:read', which)).rejects.toMatchObject({ code: 'not-found' })
  }
  expect((await eve.ask('ticket:list', { words: String(ticket.number) })).rows).toEqual([])
  expect((await eve.ask('ticket:list', {})).rows).toEqual([])
  for (const question of ['webhook:deliveries', 'webhook:test'] as const) {
    await expect(ada.ask(question, {})).rejects.toMatchObject({ code: 'not-allowed' })
  }
  await expect(ada.ask('webhook:replay', { delivery: randomUUID() })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('odd words and odd questions are answered, or refused, and never break anything', async () => {
  for (const words of [
    '"',
    "'':*",
    '\\',
    '(',
    '& | !',
    '\u0000',
    '\ud800',
    '%_%',
    'a'.repeat(200),
    '<b>x</b>',
    '1e999',
    '0x',
    'INC-',
    'inc-0',
    '٣',
  ]) {
    await expect(ada.ask('ticket:list', { words })).resolves.toMatchObject({ rows: expect.any(Array) })
  }
  for (const asked of [{ limit: 0 }, { sort: 'size' }, { filters: { team: '1' } }, { after: 'x' }, { offset: 3 }, []]) {
    await expect(ada.ask('ticket:list', asked as never)).rejects.toMatchObject({ code: 'malformed' })
  }
  for (const asked of [{ limit: 1000 }, { words: 'a'.repeat(201) }]) {
    await expect(ada.ask('ticket:list', asked)).rejects.toMatchObject({ code: 'too-large' })
  }
})
