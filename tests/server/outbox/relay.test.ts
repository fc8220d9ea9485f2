import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type DeliveryPorts, deliver, sendTest } from '../../../server/outbox/delivery.ts'
import { createRelay, type Relay } from '../../../server/outbox/relay.ts'
import { limits } from '../../../server/outbox/webhook.ts'
import { deliveriesIn, forgetDelivered, outboxIn, webhookTarget } from '../../../server/postgres/outbox.ts'
import type { Helping, Requesting } from '../../../shared/people.ts'
import type { Delivery } from '../../../shared/protocol/webhook.ts'
import { aRedis, type TestRedis } from '../../support/engines.ts'
import { eventually } from '../../support/eventually.ts'
import { aKernel, type Kernel } from '../../support/kernel.ts'
import { aReceiver, isGenuine, type Receiver } from './a-receiver.ts'

const secret = 'a secret that both know'
let desk: Kernel
let redis: TestRedis
let receiver: Receiver
let relay: Relay | null
let ada: Helping
let trouble: unknown[]

beforeAll(async () => {
  desk = await aKernel()
  redis = await aRedis()
})
afterAll(async () => {
  await desk.close()
  await redis.close()
})
beforeEach(async () => {
  trouble = []
  relay = null
  receiver = await aReceiver()
  ada = await desk.agent('Ada')
  await desk.pool.query('delete from outbox')
  await wants(receiver.url)
})
afterEach(async () => {
  await relay?.close()
  await receiver.close()
})

/** What an administrator has set up. */
async function wants(url: string | null, enabled = true) {
  await desk.pool.query("insert into settings (name, value) values ('webhook', $1) on conflict (name) do update set value = $1", [
    { url, hosts: ['127.0.0.1'], enabled, secret },
  ])
}

const ports = (): DeliveryPorts => ({
  outbox: outboxIn(desk.pool),
  target: () => webhookTarget(desk.pool),
  now: () => new Date(),
  onBug: (bug) => void trouble.push(bug),
  pause: (tries) => (tries < 4 ? 50 : null),
})

const isWanted = async () => (await webhookTarget(desk.pool)) !== null

/** A process that carries what waits. */
function carries(how: Partial<DeliveryPorts> = {}) {
  relay = createRelay({
    redisUrl: redis.url,
    outbox: outboxIn(desk.pool),
    deliver: (id) => deliver({ ...ports(), ...how }, id),
    isWanted,
    onTrouble: (error) => void trouble.push(error),
    everySeconds: 0.2,
  })
  return relay
}

/** Somebody was helped, and the record is logged. */
async function logs(subject: string, who?: Requesting) {
  const rita = who ?? (await desk.requester('Rita'))
  const chat = await desk.asks(rita, subject)
  await desk.does(ada, chat, { kind: 'take' })
  await desk.does(ada, chat, { kind: 'note', text: 'Between us' })
  await desk.does(ada, chat, { kind: 'resolve', code: 'solved', resolution: 'Turned it on' })
  await logsAgain(chat)
  return chat
}

async function logsAgain(chat: string) {
  desk.passes(3)
  await desk.clock(chat, { kind: 'tick' })
}

async function deliveries(): Promise<Delivery[]> {
  const { deliveries: all } = await deliveriesIn(desk.pool).list({ before: null })
  return all.reverse()
}

const states = async () => (await deliveries()).map(({ state }) => state)
const subjects = () => receiver.got.map(({ event }) => event.ticket.subject)

test('a logged ticket reaches the webhook, with what everybody saw, its hash, and no note', async () => {
  carries()
  const chat = await logs('My screen is black')
  relay?.wake()
  await eventually(async () => (await states()).join() === 'delivered')

  const [got] = receiver.got
  const [delivery] = await deliveries()
  expect(receiver.got).toHaveLength(1)
  expect(got && isGenuine(got, secret)).toBe(true)
  expect(got?.event).toMatchObject({
    id: delivery?.id,
    kind: 'ticket.logged',
    ticket: {
      label: expect.stringMatching(/^INC-\d{6}$/),
      conversation: chat,
      status: 'resolved',
      code: 'solved',
      resolution: 'Turned it on',
      teamName: 'Service desk',
      requester: { name: 'Rita', verified: false },
    },
    people: [{ id: ada.id, name: 'Ada' }],
    hash: { upTo: { public: 5, internal: 1 }, value: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  expect(got?.event.transcript.map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, 'opened'],
    [2, 'said'],
    [3, 'assigned'],
    [4, 'ended'],
    [5, 'resolved'],
  ])
  expect(got?.body).not.toContain('Between us')
  expect(delivery).toMatchObject({ attempts: 1, lastError: null, deliveredAt: expect.any(String) })
})

test('a receiver that times out after doing the work gets the same id and the same record again', async () => {
  receiver.answers((response) => (receiver.got.length < 3 ? undefined : response.end()))
  carries({ limits: { ...limits, milliseconds: 300 }, pause: () => 50 })
  await logs('Slow')
  await eventually(async () => (await states()).join() === 'delivered')

  expect(receiver.got.length).toBeGreaterThanOrEqual(3)
  expect(new Set(receiver.got.map(({ headers }) => headers['firstline-id'])).size).toBe(1)
  expect(new Set(receiver.got.map(({ body }) => body)).size).toBe(1)
  expect(receiver.got.every((one) => isGenuine(one, secret))).toBe(true)
  expect((await deliveries())[0]).toMatchObject({ attempts: receiver.got.length })
})

test('a ticket that is logged again is told in order, however long the first telling takes', async () => {
  let fails = 3
  receiver.answers((response) => response.writeHead(fails-- > 0 ? 503 : 204).end())
  const rita = await desk.requester('Rita')
  const chat = await logs('Once and again', rita)
  await desk.does(rita, chat, { kind: 'rate', stars: 5, comment: '' })
  await logsAgain(chat)
  carries()
  await eventually(async () => (await states()).join() === 'delivered,delivered')

  expect(receiver.got.map(({ event }) => event.hash.upTo.public)).toEqual([5, 5, 5, 5, 6])
  expect(receiver.got.at(-1)?.event.ticket.stars).toBe(5)
})

test('what waits survives a Redis that forgets everything, and one that is killed', async () => {
  await receiver.close()
  carries({ pause: () => 400 })
  await logs('Through a flush')
  await eventually(async () => ((await deliveries())[0]?.attempts ?? 0) > 0)
  await redis.flush()
  await logs('Through a kill')
  await redis.restart()
  receiver = await aReceiver()
  await wants(receiver.url)
  await eventually(async () => (await states()).join() === 'delivered,delivered')

  expect(subjects().sort()).toEqual(['Through a flush', 'Through a kill'])
})

test('one ticket that nobody can send is set aside after its tries, the others go on, and an administrator can try again', async () => {
  receiver.answers((response, { event }) => response.writeHead(event.ticket.subject === 'Poison' ? 500 : 200).end())
  carries()
  await logs('Poison')
  await logs('Wholesome')
  await eventually(async () => (await states()).join() === 'set-aside,delivered')
  const [poison] = await deliveries()
  expect(poison).toMatchObject({ attempts: 4, lastError: 'It answered 500.', nextAt: null })
  expect((await deliveriesIn(desk.pool).list({ state: 'set-aside', before: null })).deliveries).toEqual([poison])

  receiver.answers((response) => response.end())
  const boss = await desk.agent('Boss', { role: 'administrator' })
  const by = { agent: boss, request: null, address: null, at: new Date() }
  expect(await deliveriesIn(desk.pool).replay(by, poison?.id ?? '')).toMatchObject({ state: 'waiting', attempts: 0 })
  relay?.wake()
  await eventually(async () => (await states()).join() === 'delivered,delivered')
  const { rows } = await desk.pool.query('select what from audit where who = $1', [boss.id])
  expect(rows).toEqual([{ what: 'webhook:replay' }])
})

test('an event that cannot be put together is tried no longer than others, and holds nobody up', async () => {
  carries()
  const broken = await logs('Broken')
  await desk.pool.query(`update outbox set payload = payload || '{"upTo": {"public": 0, "internal": 0}}' where conversation_id = $1`, [
    broken,
  ])
  await desk.pool.query("update outbox set state = 'waiting', attempts = 0, delivered_at = null where conversation_id = $1", [broken])
  receiver.got.splice(0)
  await logs('Whole')
  await eventually(async () => (await states()).join() === 'set-aside,delivered')

  expect(subjects()).toEqual(['Whole'])
  expect(trouble.length).toBeGreaterThan(0)
})

test('without a webhook nothing piles up, and nothing old is sent when one is set up later', async () => {
  await wants(null)
  carries()
  await logs('To nobody')
  await eventually(async () => (await states()).join() === 'skipped')
  await wants(receiver.url)
  await logs('To somebody')
  await eventually(async () => (await states()).join() === 'skipped,delivered')

  expect(subjects()).toEqual(['To somebody'])
})

test('two processes carry each event once', async () => {
  carries()
  const other = createRelay({
    redisUrl: redis.url,
    outbox: outboxIn(desk.pool),
    deliver: (id) => deliver(ports(), id),
    isWanted,
    onTrouble: (error) => void trouble.push(error),
    everySeconds: 0.2,
  })
  for (let n = 0; n < 12; n++) await logs(`Number ${n}`)
  await eventually(async () => (await states()).filter((state) => state === 'delivered').length === 12)
  await other.close()

  expect(new Set(subjects()).size).toBe(12)
  expect(receiver.got).toHaveLength(12)
})

test('a test says whether the webhook works', async () => {
  expect(await sendTest(ports())).toMatchObject({ delivered: true, why: 'It answered 200.' })
  expect(receiver.got).toMatchObject([{ event: { kind: 'test' } }])
  await wants(receiver.url, false)
  expect(await sendTest(ports())).toMatchObject({ delivered: false, why: 'No webhook is set up, or it is switched off.' })
})

test('what was delivered or wanted by nobody is forgotten in time; what failed or still waits stays, and so does every ticket', async () => {
  const [old, late, refused, waiting, fresh] = [
    await logs('Old'),
    await logs('Unwanted'),
    await logs('Refused'),
    await logs('Waiting'),
    await logs('Fresh'),
  ]
  const became = (chat: string, state: string) =>
    desk.pool.query(
      `update outbox set state = $2, created_at = now() - interval '95 days', delivered_at = case when $2 = 'delivered' then now() - interval '91 days' end
       where conversation_id = $1`,
      [chat, state],
    )
  await became(old, 'delivered')
  await became(late, 'skipped')
  await became(refused, 'set-aside')
  await became(waiting, 'waiting')
  await desk.pool.query(`update outbox set state = 'delivered', delivered_at = now() - interval '89 days' where conversation_id = $1`, [
    fresh,
  ])

  expect(await forgetDelivered(desk.pool, 90)).toBe(2)
  expect((await deliveries()).map(({ conversation }) => conversation)).toEqual([refused, waiting, fresh])
  const { rows } = await desk.pool.query('select from tickets where conversation_id = any($1) and logged_at is not null', [[old, late]])
  expect(rows).toHaveLength(2)
  expect(await forgetDelivered(desk.pool, 90)).toBe(0)
})
