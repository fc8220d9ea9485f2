import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { does } from '../support/a-chat.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { aHouse, type House } from '../support/house.ts'
import { aTalk } from '../support/talk.ts'
import { until } from '../support/until.ts'

let house: House

beforeAll(async () => {
  house = await aHouse({ settings: { wrapUpSeconds: 0, logAfterSeconds: 0 } })
}, 60_000)
afterAll(() => house.close(), 60_000)

const seconds = 30
const kills = 6

test.concurrent('whatever was acknowledged survives the server being killed six times while thirty people write', async () => {
  const chance = aChance(seedOfRun())
  const desk = await house.desk()
  const talk = await aTalk(house, { requesters: 20, agents: 10, urls: [desk.url] })
  const going = talk.goesOn({ seconds, perSecond: 50, chance })
  for (let kill = 0; kill < kills; kill++) {
    await new Promise((resolve) => setTimeout(resolve, chance.between(0.4, 0.9) * (seconds / kills) * 1000))
    await desk.kill9()
    await desk.start()
  }
  await going
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  expect(talk.history.count('ok')).toBeGreaterThan(seconds * 10)
  expect(talk.history.count('unknown')).toBeGreaterThan(0)
  talk.ends()
}, 240_000)

test.concurrent('killed while chats end, the server logs each ticket once', async () => {
  const chance = aChance(seedOfRun())
  const desk = await house.desk()
  const talk = await aTalk(house, { requesters: 20, agents: 4, urls: [desk.url] })
  const endings = talk.conversations.map(async (conversation, index) => {
    await new Promise((resolve) => setTimeout(resolve, chance.between(0, 8_000)))
    const agent = talk.helpers[index % talk.helpers.length]
    if (agent) await does(agent, conversation, { kind: 'end' })
  })
  for (let kill = 0; kill < 3; kill++) {
    await new Promise((resolve) => setTimeout(resolve, chance.between(800, 2_000)))
    await desk.kill9()
    await desk.start()
  }
  await Promise.all(endings)
  const logged = async () => {
    const { rows } = await house.pool.query<{ logged: number; sent: number }>(
      `select (select count(*)::int from entries where conversation_id = conversations.id and kind = 'logged') as logged,
         (select count(*)::int from outbox where conversation_id = conversations.id and kind = 'ticket.logged') as sent
       from conversations where id = any($1)`,
      [talk.conversations],
    )
    return rows
  }
  await until('all are logged', async () => (await logged()).every((one) => one.logged > 0))

  expect({ seed: chance.seed, logged: await logged() }).toEqual({
    seed: chance.seed,
    logged: talk.conversations.map(() => ({ logged: 1, sent: 1 })),
  })
  talk.ends()
}, 180_000)
