import { afterAll, expect, test } from '@jest/globals'
import { asks, does, isThere } from '../support/a-chat.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { aHouse, type House } from '../support/house.ts'
import { type LineTo, lineTo } from '../support/line-to.ts'
import { aTalk, range } from '../support/talk.ts'
import { until } from '../support/until.ts'

const houses: House[] = []

afterAll(() => Promise.all(houses.map((house) => house.close())), 60_000)

/** Each story has a Redis of its own, so that all are told at once. */
async function aDesk() {
  const house = await aHouse({ settings: { offerSeconds: 10, reofferAfterSeconds: 1, missedBeforeAway: 100 } })
  houses.push(house)
  const desk = await house.desk({ FIRSTLINE_ENGINES: 'embedded' })
  await until('the desk is ready', () => desk.answers('/health/ready', 200))

  async function arrives(n: number, afterSeconds: number): Promise<string> {
    await pause(afterSeconds)
    return asks(lineTo(desk.url, await house.requester(`Arrival ${n}`)), house.team, `Short question ${n}`)
  }

  async function areServed(conversations: string[]): Promise<boolean> {
    const { rows } = await house.pool.query(
      `select from conversations where id = any($1) and status in ('active', 'ended') and state->'ticket'->>'communicationOwner' is not null`,
      [conversations],
    )
    return rows.length === conversations.length
  }

  /** As they were offered first. */
  async function inOrderOfOffers(conversations: string[]): Promise<string[]> {
    const { rows } = await house.pool.query(
      `select conversation_id as id from entries where conversation_id = any($1) and kind = 'offered' group by 1 order by min(at)`,
      [conversations],
    )
    return rows.map(({ id }) => id)
  }

  /** Nobody was given to a second agent while he had one. */
  async function hadOneAgentAtATime(conversations: string[]) {
    const { rows } = await house.pool.query(
      `select conversation_id from entries where conversation_id = any($1) and kind = 'assigned' group by 1 having count(*) > 1`,
      [conversations],
    )
    expect(rows).toEqual([])
  }

  return { house, desk, pid: desk.pid(), arrives, areServed, inOrderOfOffers, hadOneAgentAtATime }
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

test.concurrent('Redis forgets everything again and again while people ask, are offered and write: nobody is lost, and nobody has two agents', async () => {
  const { house, desk, pid, arrives, areServed, hadOneAgentAtATime } = await aDesk()
  const chance = aChance(seedOfRun())
  const talk = await aTalk(house, { requesters: 6, agents: 3, urls: [desk.url] })
  const agents = await Promise.all(
    range(3).map(async (n) => acceptsAll(await isThere(desk.url, await house.agent(`Agent ${n}`, { capacity: 2 })))),
  )
  let isOver = false
  const flushing = (async () => {
    while (!isOver) {
      await pause(chance.between(0.2, 2))
      await house.redis.flush()
    }
  })()
  const going = talk.goesOn({ seconds: 15, perSecond: 30, chance })
  const arrivals = await Promise.all(range(24).map((n) => arrives(n, chance.between(0, 10))))
  await Promise.all([going, until('all are served', () => areServed(arrivals))])
  isOver = true
  await flushing
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  await hadOneAgentAtATime(arrivals)
  expect([desk.pid(), desk.isRunning()]).toEqual([pid, true])
  talk.ends()
  for (const line of agents) line.close()
}, 180_000)

test.concurrent('killed in the middle and empty when it is back, Redis has the whole line again within fifteen seconds', async () => {
  const { house, desk, arrives, areServed, inOrderOfOffers, hadOneAgentAtATime } = await aDesk()
  const porter = await isThere(desk.url, await house.agent('Porter', { capacity: 0 }))
  const waiting = await Promise.all(range(5).map((n) => arrives(n, 0)))
  const ada = await house.agent('Ada', { capacity: 5 })
  await house.redis.kill()
  const late = lineTo(desk.url, await house.requester('Late'))
  const alone = await asks(late, house.team, 'Nobody keeps a line now')
  await house.redis.restart()
  const back = Date.now()
  const line = acceptsAll(await isThere(desk.url, ada))
  await until('the first five are served', () => areServed(waiting), 15)
  expect(Date.now() - back).toBeLessThan(15_000)
  await until('the last one is served too', () => areServed([alone]), 15)
  expect((await inOrderOfOffers([...waiting, alone])).at(-1)).toBe(alone)

  await hadOneAgentAtATime([...waiting, alone])
  for (const one of [porter, line, late]) one.close()
}, 120_000)

test.concurrent('without Redis for twenty seconds chats go on, and whoever comes waits and is served', async () => {
  const { house, desk, pid, arrives, areServed, hadOneAgentAtATime } = await aDesk()
  const chance = aChance(seedOfRun())
  const talk = await aTalk(house, { requesters: 4, agents: 2, urls: [desk.url] })
  await house.redis.kill()
  const away = Date.now()
  const before = talk.history.count('ok')
  const going = talk.goesOn({ seconds: 18, perSecond: 10, chance })
  const arrivals = await Promise.all(range(4).map((n) => arrives(n, n)))
  expect(await desk.answers('/health/live', 200)).toBe(true)
  expect(await desk.answers('/health/ready', 503)).toBe(true)
  await until('chats go on', () => talk.history.count('ok') > before + 30)
  await going
  await until('everybody sees what is said, without it', () => talk.isSettled())
  await pause(Math.max(0, 20 - (Date.now() - away) / 1000))
  await house.redis.restart()
  const carla = acceptsAll(await isThere(desk.url, await house.agent('Carla', { capacity: 4 })))
  await until('all are served', () => areServed(arrivals), 20)
  await until('it is ready again', () => desk.answers('/health/ready', 200), 20)

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  await hadOneAgentAtATime(arrivals)
  expect([desk.pid(), desk.isRunning()]).toEqual([pid, true])
  talk.ends()
  carla.close()
}, 180_000)

test.concurrent('a Redis that is full takes nothing: chats go on, whoever comes waits, and is served once there is room', async () => {
  const { house, desk, pid, arrives, areServed, hadOneAgentAtATime } = await aDesk()
  const chance = aChance(seedOfRun())
  const talk = await aTalk(house, { requesters: 4, agents: 2, urls: [desk.url] })
  await house.redis.ask('CONFIG SET maxmemory 1')
  const before = talk.history.count('ok')
  const going = talk.goesOn({ seconds: 6, perSecond: 20, chance })
  const arrivals = await Promise.all(range(4).map((n) => arrives(n, n)))
  expect(await desk.readiness()).toMatchObject({ status: 503, room: { database: true, redis: false } })
  expect(await desk.answers('/health/live', 200)).toBe(true)
  await until('chats go on', () => talk.history.count('ok') > before + 30)
  await going
  await house.redis.ask('CONFIG SET maxmemory 0')
  const dora = acceptsAll(await isThere(desk.url, await house.agent('Dora', { capacity: 4 })))
  await until('all are served', () => areServed(arrivals), 20)
  await until('it is ready again', () => desk.answers('/health/ready', 200), 20)
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  await hadOneAgentAtATime(arrivals)
  expect([desk.pid(), desk.isRunning()]).toEqual([pid, true])
  talk.ends()
  dora.close()
}, 120_000)

/** Says yes to whatever rings, also to what rang before the line was cut. */
function acceptsAll(line: LineTo): LineTo {
  const accept = (offer: string, conversation: string) => void does(line, conversation, { kind: 'accept', offer }).catch(() => undefined)
  line.on('offer:made', ({ offer, conversation }) => accept(offer, conversation.id))
  line.onBack(() => {
    line.ask('desk:look', {}).then(
      ({ offers }) => {
        for (const { offer, conversation } of offers) accept(offer, conversation.id)
      },
      () => undefined,
    )
  })
  // Each chat is short, so that all get their turn.
  line.on('conversation:changed', ({ id, agent, status, subject }) => {
    if (agent === line.who.id && status === 'active' && subject.startsWith('Short'))
      void does(line, id, { kind: 'end' }).catch(() => undefined)
  })
  return line
}
