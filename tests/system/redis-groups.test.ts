import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aReceiver, type Receiver } from '../server/outbox/a-receiver.ts'
import { asks, does, isThere } from '../support/a-chat.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { aDeskProcess, type DeskProcess } from '../support/desk-process.ts'
import { aHouse, type House } from '../support/house.ts'
import { type LineTo, lineTo } from '../support/line-to.ts'
import { aRedisCluster, aWatchedRedis } from '../support/redis-nodes.ts'
import { aTalk } from '../support/talk.ts'
import { until } from '../support/until.ts'

let house: House
let receiver: Receiver
const open: DeskProcess[] = []

beforeAll(async () => {
  house = await aHouse()
  receiver = await aReceiver()
  const webhook = { url: receiver.url, hosts: ['127.0.0.1'], enabled: true, secret: 'a secret that both know' }
  await house.pool.query("insert into settings (name, value) values ('webhook', $1)", [webhook])
}, 60_000)
afterAll(async () => {
  await Promise.all(open.map((desk) => desk.close()))
  await Promise.all([house.close(), receiver.close()])
}, 60_000)

/** Two processes on one Redis, however many servers that is. */
async function twoDesks(redisUrl: string): Promise<[DeskProcess, DeskProcess]> {
  const where = { databaseUrl: house.postgres.url, redisUrl, environment: { DATA_DIR: house.folder } }
  const one = await aDeskProcess(where)
  const other = await aDeskProcess(where)
  open.push(one, other)
  for (const desk of [one, other]) await until('it is ready', () => desk.answers('/health/ready', 200))
  return [one, other]
}

/** Somebody asks at one process, and somebody at the other is offered it by the line in Redis, takes it and solves it; its record leaves the house. */
async function isServed([one, other]: [DeskProcess, DeskProcess]) {
  const ada = await isThere(other.url, await house.agent('Ada'))
  const rita = lineTo(one.url, await house.requester('Rita'))
  const heard = hears(rita, 'I can')
  const conversation = await asks(rita, house.team)
  await until('she is offered it', () => isOffered(conversation))
  await until('Ada has it', () => does(ada, conversation, { kind: 'take' }).then(yes, no))
  await rita.ask('conversation:open', { conversation })
  await does(ada, conversation, { kind: 'say', text: 'I can' })
  // Announced by the other process, not asked for.
  await until('Rita hears it', heard, 5)
  await does(ada, conversation, { kind: 'resolve', code: 'solved', resolution: 'Turned it on' })
  await until('its record is delivered', () => receiver.got.some(({ event }) => event.ticket.conversation === conversation), 30)
  for (const line of [ada, rita]) line.close()
}

async function isOffered(conversation: string) {
  const { rowCount } = await house.pool.query("select from entries where conversation_id = $1 and kind = 'offered'", [conversation])
  return rowCount !== 0
}

const yes = () => true
const no = () => false

function hears(line: LineTo, words: string): () => boolean {
  let heard = false
  line.on('entries:added', (news) => {
    heard ||= JSON.stringify(news).includes(words)
  })
  return () => heard
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

test('when the Redis that leads is lost, sentinels name another, and nobody loses a word', async () => {
  const redis = await aWatchedRedis()
  const desks = await twoDesks(redis.url)
  await isServed(desks)
  const chance = aChance(seedOfRun())
  const talk = await aTalk(house, { requesters: 6, agents: 3, urls: desks.map(({ url }) => url) })
  const going = talk.goesOn({ seconds: 10, perSecond: 20, chance })
  await pause(chance.between(1, 2))
  await redis.loses()
  await going
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  talk.ends()
  for (const desk of desks) await until('it is ready again', () => desk.answers('/health/ready', 200), 20)
  await isServed(desks)
  await Promise.all(desks.map((desk) => desk.close()))
  await redis.close()
}, 150_000)

test('three servers that share what there is serve as one', async () => {
  const cluster = await aRedisCluster()
  const desks = await twoDesks(cluster.url)
  await isServed(desks)
  const chance = aChance(seedOfRun())
  const talk = await aTalk(house, { requesters: 6, agents: 3, urls: desks.map(({ url }) => url) })
  await talk.goesOn({ seconds: 5, perSecond: 20, chance })
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  talk.ends()
  for (const desk of desks) expect(desk.logs()).not.toMatch(/CROSSSLOT|MOVED|a bug|"part":"(redis|fan-out|outbox)"/)
  await Promise.all(desks.map((desk) => desk.close()))
  await cluster.close()
}, 120_000)
