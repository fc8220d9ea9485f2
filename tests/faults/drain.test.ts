import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { asks, does, isThere, saidIn } from '../support/a-chat.ts'
import { aBalancer } from '../support/balancer.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { freeze } from '../support/frozen.ts'
import { aHistory } from '../support/history.ts'
import { aHouse, type House } from '../support/house.ts'
import { lineTo } from '../support/line-to.ts'
import { aTalk } from '../support/talk.ts'
import { aTalker } from '../support/talker.ts'
import { until } from '../support/until.ts'

let house: House
/** One more, whose database will stand still. */
let hanging: House

beforeAll(async () => {
  ;[house, hanging] = await Promise.all([aHouse(), aHouse()])
}, 60_000)
afterAll(() => Promise.all([house.close(), hanging.close()]), 60_000)

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

test.concurrent('asked to stop, a process tells everybody, finishes what was begun, lets nobody in, and ends well', async () => {
  const desk = await house.desk()
  const ada = await isThere(desk.url, await house.agent('Ada'))
  const rita = lineTo(desk.url, await house.requester('Rita'))
  const conversation = await asks(rita, house.team)
  await does(ada, conversation, { kind: 'take' })
  const told: string[] = []
  for (const line of [ada, rita]) line.on('server:leaving', () => void told.push(line.who.name))
  const history = aHistory()
  const talker = aTalker(rita, conversation, history)
  await until('she is in the conversation', () => talker.list().length >= 3)

  const release = await hold(conversation)
  talker.say('Just one more thing')
  await pause(0.2)
  const asked = Date.now()
  desk.signal('SIGTERM')
  await until('both are told', () => told.length === 2)
  expect(await desk.answers('/health/ready', 503)).toBe(true)
  expect(await desk.answers('/socket.io/?EIO=4&transport=polling', 503)).toBe(true)
  expect(history.count('ok')).toBe(0)
  await release()

  expect(await desk.ended()).toBe(0)
  expect(Date.now() - asked).toBeLessThan(30_000)
  expect((await saidIn(house, conversation)).map(({ text }) => text)).toEqual(['My screen is black', 'Just one more thing'])
  await desk.start()
  await until('both are back', () => ada.socket.connected && rita.socket.connected)
  // On a slow machine she has moved on before she could be told.
  await until('she is answered', () => history.count('ok') === 1)
  for (const line of [ada, rita]) line.close()
  await desk.close()
}, 90_000)

/** Takes a conversation's row in hand, so that whatever is said in it must wait; returns how it is let go. */
async function hold(conversation: string) {
  const client = new pg.Client(house.postgres.url)
  await client.connect()
  await client.query('begin')
  await client.query('select from conversations where id = $1 for update', [conversation])
  return async () => {
    await client.query('rollback')
    await client.end()
  }
}

test.concurrent('asked to stop while the database hangs, it has ended within thirty seconds all the same; asked again, at once', async () => {
  const desks = await Promise.all([hanging.desk(), hanging.desk()])
  const [patient, forced] = desks
  const lines = await Promise.all(desks.map(async ({ url }) => isThere(url, await hanging.agent('Ada'))))
  const goOn = freeze(hanging.postgres.pid())
  try {
    for (const line of lines) line.ask('desk:look', {}).catch(() => undefined)
    // Whoever answers this has heard that before.
    await Promise.all(lines.map((line) => line.ask('desk:ping', {})))
    const asked = Date.now()
    for (const desk of desks) desk.signal('SIGTERM')
    await pause(1.5)
    expect(forced.isRunning()).toBe(true)
    const again = Date.now()
    forced.signal('SIGTERM')

    expect(await forced.ended()).toBe(1)
    expect(Date.now() - again).toBeLessThan(5_000)
    await patient.ended()
    expect(Date.now() - asked).toBeLessThan(30_000)
  } finally {
    goOn()
  }
  for (const line of lines) line.close()
}, 90_000)

test.concurrent('two processes are replaced one after the other while people write, and nobody notices', async () => {
  const chance = aChance(seedOfRun())
  const desks = await Promise.all([house.desk(), house.desk()])
  const balancer = await aBalancer(desks.map(({ port }) => port))
  const talk = await aTalk(house, { requesters: 10, agents: 5, urls: [balancer.url] })
  const going = talk.goesOn({ seconds: 20, perSecond: 40, chance })
  for (const desk of desks) {
    await pause(chance.between(2, 4))
    const asked = Date.now()
    desk.signal('SIGTERM')
    expect(await desk.ended()).toBe(0)
    expect(Date.now() - asked).toBeLessThan(30_000)
    await desk.start()
    await until('it is ready', () => desk.answers('/health/ready', 200))
  }
  await going
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  expect(talk.history.count('fail')).toBe(0)
  const { rows } = await house.pool.query(
    `select count(*)::int as times from entries where kind = 'assigned' and conversation_id = any($1)`,
    [talk.conversations],
  )
  expect(rows).toEqual([{ times: talk.conversations.length }])
  talk.ends()
  await balancer.end()
}, 180_000)
