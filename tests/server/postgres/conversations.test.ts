import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { createConversations } from '../../../server/postgres/conversations.ts'
import { createPool } from '../../../server/postgres/pool.ts'
import type { Helping, Requesting } from '../../../shared/people.ts'
import { eventually } from '../../support/eventually.ts'
import { aKernel, type Kernel } from '../../support/kernel.ts'

let desk: Kernel
let ada: Helping
let rita: Requesting

beforeAll(async () => {
  desk = await aKernel()
})
afterAll(() => desk.close())
beforeEach(async () => {
  ada = await desk.agent('Ada')
  rita = await desk.requester('Rita')
})

const said = (text: string) => ({ kind: 'say', text }) as const

test('what Rita asks opens a ticket, and Ada who takes it answers', async () => {
  const chat = await desk.asks(rita, 'My screen is black\nsince nine')
  await desk.does(ada, chat, { kind: 'take' })
  const { conversation } = await desk.does(ada, chat, said('Is it plugged in?'))

  expect(conversation).toMatchObject({ status: 'active', agent: ada.id, last: { public: 4, internal: 0 } })
  expect(conversation.ticket).toMatchObject({
    status: 'in-progress',
    subject: 'My screen is black',
    communicationOwner: ada.id,
    priority: 4,
  })
  const { rows } = await desk.pool.query('select status, subject from tickets where conversation_id = $1', [chat])
  expect(rows).toEqual([{ status: 'in-progress', subject: 'My screen is black' }])
  expect(desk.bugs).toEqual([])
})

test('the same act twice leaves its entries once, and is answered the same', async () => {
  const chat = await desk.asks(rita, 'It beeps')
  const id = randomUUID()
  const first = await desk.does(rita, chat, said('Twice'), id)
  const again = await desk.does(rita, chat, said('Twice'), id)

  expect(again.left).toEqual(first.left)
  expect(again.entries).toEqual([])
  await expect(desk.does(rita, chat, said('Something else'), id)).rejects.toMatchObject({ code: 'act-differs' })
})

test('the same act twice in one moment leaves its entries once', async () => {
  const chat = await desk.asks(rita, 'It beeps')
  const id = randomUUID()
  const all = await Promise.all(Array.from({ length: 5 }, () => desk.does(rita, chat, said('Once'), id)))

  expect(new Set(all.map(({ left }) => JSON.stringify(left))).size).toBe(1)
  expect(all.flatMap(({ entries }) => entries)).toHaveLength(1)
})

test('a refusal in the same moment costs nobody else his words', async () => {
  const eve = await desk.requester('Eve')
  const chat = await desk.asks(rita, 'It beeps')
  const results = await Promise.allSettled([
    desk.does(rita, chat, said('one')),
    desk.does(eve, chat, said('I should not be here')),
    desk.does(rita, chat, said('two')),
  ])

  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(results[1]).toMatchObject({ reason: { code: 'not-found' } })
})

test('two who open at once have one open chat', async () => {
  const results = await Promise.allSettled([desk.asks(rita, 'From the first tab'), desk.asks(rita, 'From the second tab')])

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'already-open' } })
})

test('twenty agents take one chat in the same moment: one wins, the others are told, and loads are right', async () => {
  const agents = await Promise.all(Array.from({ length: 20 }, (_, n) => desk.agent(`Agent ${n}`)))
  const chat = await desk.asks(rita, 'Who takes me?')
  const offer = await desk.offers(chat, ada)
  const results = await Promise.allSettled([
    ...agents.map((agent) => desk.does(agent, chat, { kind: 'take' })),
    desk.does(ada, chat, { kind: 'accept', offer }),
    desk.does(ada, chat, { kind: 'accept', offer }),
  ])

  const owner = (await desk.conversations.read(chat))?.agent
  const kept = results.filter((result) => result.status === 'fulfilled' && result.value.entries.length > 0)
  expect(kept).toHaveLength(1)
  const { rows } = await desk.pool.query<{ agent_id: string; load: number }>(
    'select agent_id, load from standings where load > 0 and agent_id = any($1::uuid[])',
    [[ada.id, ...agents.map(({ id }) => id)]],
  )
  expect(rows).toEqual([{ agent_id: owner, load: 1 }])
})

test('an agent with two places never carries three, however they reach him', async () => {
  const bob = await desk.agent('Bob', { capacity: 2 })
  const chats = await Promise.all(Array.from({ length: 6 }, async (_, n) => desk.asks(await desk.requester(`Rita ${n}`), 'Help')))
  const [first = '', second = '', third = '', fourth = ''] = chats
  await desk.does(ada, third, { kind: 'take' })
  const results = await Promise.allSettled([
    desk.does(bob, first, { kind: 'take' }),
    desk.offers(second, bob),
    desk.does(ada, third, { kind: 'transfer', to: { agent: bob.id }, comment: 'yours' }),
    desk.does(bob, fourth, { kind: 'take' }),
  ])

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(results.filter((result) => result.status === 'rejected').map((result) => result.reason.code)).toEqual([
    'at-capacity',
    'at-capacity',
  ])
})

test('two missed offers in a row set an agent away', async () => {
  for (const n of [1, 2]) {
    const chat = await desk.asks(await desk.requester(`Rita ${n}`), 'Hello?')
    await desk.offers(chat, ada)
    desk.passes(31)
    await desk.clock(chat, { kind: 'tick' })
    await desk.clock(chat, { kind: 'tick' })
  }

  const { rows } = await desk.pool.query('select wish, load, missed from standings where agent_id = $1', [ada.id])
  expect(rows).toEqual([{ wish: 'away', load: 0, missed: 0 }])
})

test('a late accept is refused', async () => {
  const chat = await desk.asks(rita, 'Hello?')
  const offer = await desk.offers(chat, ada)
  desk.passes(31)

  await expect(desk.does(ada, chat, { kind: 'accept', offer })).rejects.toMatchObject({ code: 'offer-over' })
})

test('text that no database keeps does not stop the others', async () => {
  const chat = await desk.asks(rita, 'Odd letters')
  const results = await Promise.allSettled([desk.does(rita, chat, said('a\0b')), desk.does(rita, chat, said('fine'))])

  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  desk.bugs.splice(0)
})

test('a transfer keeps the age, and tells the comment to agents alone', async () => {
  const chat = await desk.asks(rita, 'Mine since nine')
  const opened = desk.now().toISOString()
  desk.passes(60)
  await desk.does(ada, chat, { kind: 'take' })
  desk.passes(60)
  const { conversation, entries } = await desk.does(ada, chat, { kind: 'transfer', to: { team: desk.team }, comment: 'not mine' })

  expect(conversation).toMatchObject({ status: 'waiting', waitingSince: opened, agent: null })
  expect(entries.map(({ kind, lane }) => [kind, lane])).toEqual([
    ['transferred', 'internal'],
    ['queued', 'public'],
  ])
})

test('an ended chat is logged after its wrap-up, and again after a later act', async () => {
  const chat = await desk.asks(rita, 'Printer')
  await desk.does(ada, chat, { kind: 'take' })
  await desk.does(ada, chat, { kind: 'end' })
  await desk.clock(chat, { kind: 'tick' })
  expect((await desk.conversations.read(chat))?.logged).toBeNull()

  await desk.does(ada, chat, { kind: 'resolve', code: 'solved', resolution: 'Paper' })
  desk.passes(3)
  await desk.clock(chat, { kind: 'tick' })
  const first = await desk.conversations.read(chat)
  await desk.does(rita, chat, { kind: 'rate', stars: 5, comment: '' })
  desk.passes(3)
  await desk.clock(chat, { kind: 'tick' })

  expect(first?.logged).toEqual({ public: 5, internal: 1 })
  expect((await desk.conversations.read(chat))?.logged).toEqual({ public: 6, internal: 2 })
  const { rows } = await desk.pool.query('select kind from outbox where conversation_id = $1', [chat])
  expect(rows).toEqual([{ kind: 'ticket.logged' }, { kind: 'ticket.logged' }])
})

test('an opening under another id than the chat is refused, and harms nobody', async () => {
  const chat = await desk.asks(rita, 'Mine')
  await desk.does(ada, chat, { kind: 'take' })
  const open = { kind: 'open', topic: desk.topic, text: 'Not there', entrance: 'message' } as const
  const tom = await desk.requester('Tom')
  const results = await Promise.allSettled([
    desk.does(ada, chat, said('Hello')),
    desk.does(tom, randomUUID(), open, chat),
    desk.does(tom, chat, open, randomUUID()),
  ])

  expect(results.map((result) => (result.status === 'rejected' ? result.reason.code : 'kept'))).toEqual(['kept', 'malformed', 'malformed'])
  expect(await desk.conversations.read(chat)).toMatchObject({ status: 'active', agent: ada.id, requester: rita.id })
})

test('an opening that may not be costs the others of its moment nothing', async () => {
  const sizes: number[] = []
  const conversations = createConversations({ ...desk.memory, measure: (size) => void sizes.push(size) })
  await desk.asks(rita, 'The first')
  const others = await Promise.all(Array.from({ length: 5 }, (_, n) => desk.requester(`Tom ${n}`)))
  const results = await Promise.allSettled(
    [rita, ...others].map((who) => {
      const id = randomUUID()
      return conversations.change({ conversation: id, who, act: { kind: 'open', topic: desk.topic, text: 'Help', entrance: 'line' }, id })
    }),
  )

  expect(results.map(({ status }) => status)).toEqual(['rejected', ...others.map(() => 'fulfilled')])
  expect(results[0]).toMatchObject({ reason: { code: 'already-open' } })
  expect(sizes).toEqual([6])
})

test('one requester cannot fill the desk with messages', async () => {
  const results = await Promise.allSettled(Array.from({ length: 25 }, (_, n) => desk.asks(rita, `Message ${n}`, 'message')))

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  expect(results.at(-1)).toMatchObject({ reason: { code: 'too-many-open' } })
})

test('who reopens when nobody is there leaves a message instead of waiting', async () => {
  const chat = await desk.asks(rita, 'Printer')
  await desk.does(ada, chat, { kind: 'take' })
  await desk.does(ada, chat, { kind: 'end' })
  await desk.pool.query("update standings set wish = 'away'")
  await desk.directory.refresh()
  const { conversation, entries } = await desk.does(rita, chat, { kind: 'reopen' })
  await desk.pool.query("update standings set wish = 'available'")
  await desk.directory.refresh()

  expect(conversation).toMatchObject({ status: 'unrouted', endedAt: null })
  expect(entries.map(({ kind }) => kind)).toEqual(['reopened', 'message-left'])
})

test('a closed ticket is not resolved again', async () => {
  const chat = await desk.asks(rita, 'Printer')
  await desk.does(ada, chat, { kind: 'take' })
  await desk.does(ada, chat, { kind: 'resolve', code: 'solved', resolution: 'Paper' })
  desk.passes(8 * 24 * 3600)
  await desk.clock(chat, { kind: 'tick' })

  expect((await desk.conversations.read(chat))?.ticket.status).toBe('closed')
  await expect(desk.does(ada, chat, { kind: 'resolve', code: 'spam', resolution: '' })).rejects.toMatchObject({ code: 'impossible-now' })
})

test('a row that somebody holds keeps nobody else waiting for long', async () => {
  const [one, other] = [await desk.asks(rita, 'Held'), await desk.asks(await desk.requester('Tom'), 'Free')]
  const pool = createPool(desk.database.url, () => undefined)
  const conversations = createConversations({ ...desk.memory, pool })
  const holder = await desk.pool.connect()
  await holder.query('begin')
  await holder.query('select from conversations where id = $1 for update', [one])
  const says = (conversation: string, who: Requesting) => conversations.change({ conversation, who, act: said('Hello'), id: randomUUID() })
  const held = says(one, rita)
  const free = desk.conversations.read(other).then((state) => says(other, { ...rita, id: state?.requester ?? '' }))

  await expect(held).rejects.toMatchObject({ code: 'unavailable' })
  await expect(free).resolves.toMatchObject({ left: [{ lane: 'public', seq: 3 }] })
  await holder.query('rollback')
  holder.release()
  await pool.end()
})

test('a connection that breaks in the middle of an act ends nothing but that act', async () => {
  const troubles: Error[] = []
  const pool = createPool(desk.database.url, (error) => void troubles.push(error))
  const conversations = createConversations({ ...desk.memory, pool })
  const chat = await desk.asks(rita, 'Held')
  const holder = await desk.pool.connect()
  await holder.query('begin')
  await holder.query('select from conversations where id = $1 for update', [chat])
  const act = { conversation: chat, who: rita, act: said('Hello'), id: randomUUID() }
  const cut = conversations.change(act)
  await eventually(async () => {
    const { rowCount } = await desk.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'firstline' and wait_event_type = 'Lock' and datname = current_database()",
    )
    return (rowCount ?? 0) > 0
  })
  await expect(cut).rejects.toMatchObject({ code: 'unavailable' })
  await holder.query('rollback')
  holder.release()

  expect((await conversations.change(act)).left).toEqual([{ lane: 'public', seq: 3 }])
  await pool.end()
})
