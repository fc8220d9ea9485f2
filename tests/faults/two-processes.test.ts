import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { asks, does, isThere } from '../support/a-chat.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { aDeskProcess } from '../support/desk-process.ts'
import { freeze } from '../support/frozen.ts'
import { aHistory } from '../support/history.ts'
import { aHouse, type House } from '../support/house.ts'
import { type LineTo, lineTo } from '../support/line-to.ts'
import { aProxy } from '../support/proxy.ts'
import { aTalk } from '../support/talk.ts'
import { aTalker, type Talker } from '../support/talker.ts'
import { until } from '../support/until.ts'

type Desk = Awaited<ReturnType<House['desk']>>

let house: House
let one: Desk
let another: Desk

beforeAll(async () => {
  house = await aHouse({ settings: { graceSeconds: 6 } })
  ;[one, another] = await Promise.all([house.desk(), house.desk()])
}, 90_000)
afterAll(() => house.close(), 60_000)

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** Rita at one process, Ada and Zoe at another: all in one conversation. */
async function aChatAcross(other = another) {
  const rita = lineTo(one.url, await house.requester('Rita'))
  const ada = await isThere(other.url, await house.agent('Ada'))
  const zoe = await isThere(other.url, await house.agent('Zoe', { role: 'supervisor', capacity: 0 }))
  const conversation = await asks(rita, house.team)
  await does(ada, conversation, { kind: 'take' })
  const history = aHistory()
  const [hers, adas, zoes] = [rita, ada, zoe].map((line) => aTalker(line, conversation, history)) as [Talker, Talker, Talker]
  await until('all are in', () => [hers, adas, zoes].every((talker) => talker.list().length >= 3))
  return { lines: [rita, ada, zoe], conversation, hers, adas, zoes, history }
}

const end = (lines: LineTo[], talkers: Talker[]) => {
  for (const talker of talkers) talker.stop()
  for (const line of lines) line.close()
}

const hear = async (talkers: Talker[], count: number, seconds: number) => {
  await until(`all hear ${count} entries`, () => talkers.every((talker) => talker.list().length === count), seconds)
}

test.concurrent('a requester at one process and an agent at another chat as if there were one', async () => {
  const { lines, hers, adas, zoes } = await aChatAcross()
  hers.say('Can you hear me?')
  await hear([hers, adas, zoes], 4, 5)
  adas.say('I can')
  await hear([hers, adas, zoes], 5, 5)
  end(lines, [hers, adas, zoes])
}, 60_000)

test.concurrent.each(['hangs up', 'falls silent'])(
  'when Redis %s for one process, those at each process go on, and all agree in the end',
  async (how) => {
    const other = await house.desk()
    const { lines, hers, adas, zoes } = await aChatAcross(other)
    if (how === 'hangs up') other.toRedis.close()
    else other.toRedis.blackHole()
    // Beside Ada, at her own process, nothing has changed.
    adas.say('Can anybody hear me?')
    await hear([adas, zoes], 4, 5)
    hers.say('Hardly')
    await hear([adas, hers, zoes], 5, 40)
    await until('it says so', () => other.answers('/health/ready', 503), 15)
    other.toRedis.heal()
    await until('it is ready again', () => other.answers('/health/ready', 200), 30)
    // What was missed is there, and what comes is heard at once.
    await pause(1)
    hers.say('And now?')
    await hear([hers, adas, zoes], 6, 5)
    end(lines, [hers, adas, zoes])
  },
  120_000,
)

test.concurrent('a line to Redis that the network has forgotten is hung up, and made anew', async () => {
  const other = await house.desk()
  const { lines, hers, adas, zoes } = await aChatAcross(other)
  other.toRedis.forget()
  await until('it is noticed', () => other.answers('/health/ready', 503), 15)
  await until('it is ready again', () => other.answers('/health/ready', 200), 30)
  await pause(6)
  hers.say('Can you hear me?')
  await hear([hers, adas, zoes], 4, 5)
  adas.say('At once')
  await hear([hers, adas, zoes], 5, 5)
  end(lines, [hers, adas, zoes])
}, 90_000)

test.concurrent('a process that does not share the folder of files with those that serve refuses to start, and says so', async () => {
  const stray = aDeskProcess({ databaseUrl: house.postgres.url, redisUrl: house.redis.url })

  await expect(stray).rejects.toThrow('is not the folder that the processes on this database share')
})

test.concurrent('those of a process that is killed go on at the other one, with the same agents', async () => {
  const chance = aChance(seedOfRun())
  const doomed = await house.desk()
  const roads = await Promise.all([doomed, one].map(({ port }) => aProxy({ host: '127.0.0.1', port })))
  const [road] = roads
  const talk = await aTalk(house, { requesters: 6, agents: 3, urls: roads.map(({ url }) => url) })
  const going = talk.goesOn({ seconds: 12, perSecond: 20, chance })
  await pause(chance.between(1, 3))
  await doomed.kill9()
  road?.leadTo({ host: '127.0.0.1', port: one.port })
  await going
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())
  await pause(15)

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  expect(await timesAssigned(talk.conversations)).toBe(talk.conversations.length)
  talk.ends()
  await Promise.all(roads.map((each) => each.end()))
}, 120_000)

async function timesAssigned(conversations: string[]): Promise<number> {
  const { rows } = await house.pool.query<{ times: number }>(
    `select count(*)::int as times from entries where kind = 'assigned' and conversation_id = any($1)`,
    [conversations],
  )
  return rows[0]?.times ?? 0
}

test.concurrent('one process stands still for longer than it is believed to live, and goes on as if nothing had been', async () => {
  const chance = aChance(seedOfRun())
  const frozen = await house.desk()
  const roads = await Promise.all([frozen, one].map(({ port }) => aProxy({ host: '127.0.0.1', port })))
  const [road] = roads
  const talk = await aTalk(house, { requesters: 6, agents: 3, urls: roads.map(({ url }) => url) })
  const going = talk.goesOn({ seconds: 22, perSecond: 20, chance })
  await pause(chance.between(0.5, 1.5))
  const goOn = freeze(frozen.pid())
  // As a balancer does that gets no answer: those inside are cut, and come in elsewhere.
  await pause(2)
  road?.leadTo({ host: '127.0.0.1', port: one.port })
  road?.cut()
  await pause(15)
  goOn()
  await until('it is ready again', () => frozen.answers('/health/ready', 200), 20)
  road?.leadTo({ host: '127.0.0.1', port: frozen.port })
  road?.cut()
  await going
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  expect(await timesAssigned(talk.conversations)).toBe(talk.conversations.length)
  talk.ends()
  await Promise.all(roads.map((each) => each.end()))
}, 120_000)

test.concurrent('an agent hears no more of what went to another team, though that happened at another process', async () => {
  const network = await house.aTeam('Networks')
  const rita = lineTo(one.url, await house.requester('Rita'))
  const ada = await isThere(another.url, await house.agent('Ada'))
  const tom = await isThere(one.url, await house.agent('Tom', { teams: [network] }))
  const conversation = await asks(rita, house.team)
  await does(ada, conversation, { kind: 'take' })
  const heard: unknown[] = []
  ada.on('entries:added', (news) => void heard.push(news))
  await ada.ask('conversation:open', { conversation })
  await does(ada, conversation, { kind: 'transfer', to: { team: network }, comment: '' })
  await until('Tom has it', () =>
    does(tom, conversation, { kind: 'take' }).then(
      () => true,
      () => false,
    ),
  )
  await pause(1)
  await does(rita, conversation, { kind: 'say', text: 'My password is on the wall' })
  await pause(1)

  expect(JSON.stringify(heard)).not.toContain('on the wall')
  for (const line of [rita, ada, tom]) line.close()
}, 60_000)
