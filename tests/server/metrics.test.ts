import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createMetrics } from '../../server/http/metrics.ts'
import { timeDeliveries } from '../../server/measures.ts'
import { aDesk, type TestDesk } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.close())

const scraped = async () => (await fetch(`${desk.url}/metrics`)).text()

test('whoever watches the desk sees who is connected, who waits and for how long, how offers end, and no names', async () => {
  const ada = await desk.agent('Ada', { capacity: 1 })
  const [rita, tom] = [await desk.requester('Rita'), await desk.requester('Tom')]
  const chat = await rita.asks('My screen is black')
  await eventually(() => ada.heard.some(({ name }) => name === 'offer:made'))
  const made = ada.heard.find(({ name }) => name === 'offer:made')?.news as { offer: string }
  await ada.does(chat, { kind: 'accept', offer: made.offer })
  const { left } = await ada.says(chat, 'Is it plugged in?')
  await rita.ask('conversation:mark', { conversation: chat, delivered: left[0]?.seq })
  await tom.asks('It beeps')
  await desk.pool.query("insert into outbox (id, kind, conversation_id, payload) values (gen_random_uuid(), 'logged', $1, '{}')", [chat])

  const metrics = await scraped()
  for (const line of [
    'firstline_sockets{kind="requester"} 2',
    'firstline_sockets{kind="agent"} 1',
    'firstline_waiting{team="Service desk"} 1',
    'firstline_offers_total{outcome="accepted"} 1',
    'firstline_acts_total{kind="open",outcome="kept"} 2',
    'firstline_messages_total{kind="requester"} 2',
    'firstline_messages_total{kind="agent"} 1',
    'firstline_acknowledge_seconds_count 4',
    'firstline_delivery_seconds_count 1',
    'firstline_outbox{state="waiting"} 1',
    'firstline_up{engine="redis"} 1',
    'firstline_up{engine="postgres"} 1',
    'firstline_pool{pool="chat",state="waiting"} 0',
  ])
    expect(metrics).toContain(line)
  for (const name of ['longest_wait_seconds{team="Service desk"}', 'outbox_oldest_seconds', 'build_info{version='])
    expect(metrics).toContain(`firstline_${name}`)
  expect(metrics).toMatch(/nodejs_eventloop_lag_p99_seconds \d/)
  expect(metrics).toContain('process_resident_memory_bytes')
  expect(metrics).not.toMatch(/Rita|black|beeps/)
})

test('without Redis it says so, and goes on telling all the rest', async () => {
  await desk.redis.kill()
  const metrics = await scraped()
  expect(metrics).toContain('firstline_up{engine="redis"} 0')
  expect(metrics).toContain('firstline_waiting{team="Service desk"} 1')
  await desk.redis.restart()
})

test('a figure that cannot be looked up is left out rather than told as it was', async () => {
  const metrics = createMetrics()
  const answers = [() => metrics.waiting.set({ team: 'Service desk' }, 3), () => Promise.reject(new Error('away'))]
  metrics.whenAsked({ look: async () => answers.shift()?.(), forget: () => metrics.waiting.reset() })
  expect(await metrics.text()).toContain('firstline_waiting{team="Service desk"} 3')
  expect(await metrics.text()).not.toContain('firstline_waiting{')
})

test('a delivery is timed to the first word of somebody else, and not at all where he was away', async () => {
  const metrics = createMetrics()
  let at = 0
  const { kept, arrived } = timeDeliveries(metrics, () => at)
  const says = (conversation: string, seq: number) =>
    kept([{ conversation: { id: conversation, status: 'active' }, entries: [{ kind: 'said', seq, by: 'rita' }] } as never])
  says('one', 1)
  at = 400
  arrived('one', 'rita', 1)
  arrived('one', 'ada', 0)
  arrived('one', 'ada', 1)
  arrived('one', 'ada', 1)
  says('two', 1)
  at = 90_000
  arrived('two', 'ada', 1)

  const text = await metrics.text()
  expect(text).toContain('firstline_delivery_seconds_count 1')
  expect(text).toContain('firstline_delivery_seconds_sum 0.4')
})
