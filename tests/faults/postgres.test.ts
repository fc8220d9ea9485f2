import { afterAll, expect, test } from '@jest/globals'
import { asks, does, isThere, saidIn } from '../support/a-chat.ts'
import { aChance, seedOfRun } from '../support/chance.ts'
import { freeze } from '../support/frozen.ts'
import { aHistory } from '../support/history.ts'
import { aHouse, type House } from '../support/house.ts'
import { type LineTo, lineTo } from '../support/line-to.ts'
import { aTalk } from '../support/talk.ts'
import { aTalker } from '../support/talker.ts'
import { until } from '../support/until.ts'

const houses: House[] = []

afterAll(() => Promise.all(houses.map((house) => house.close())), 60_000)

/** Each story has a PostgreSQL of its own, so that all are told at once. */
async function aDesk() {
  const house = await aHouse({ settings: { graceSeconds: 3 } })
  houses.push(house)
  const desk = await house.desk()
  await until('the desk is ready', () => desk.answers('/health/ready', 200))

  async function aChat(ada: LineTo) {
    const rita = lineTo(desk.url, await house.requester('Rita'))
    const conversation = await asks(rita, house.team)
    await does(ada, conversation, { kind: 'take' })
    return { rita, conversation }
  }

  return { house, desk, pid: desk.pid(), aChat }
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

test.concurrent('while the database stands still nothing is acknowledged, and afterwards everything is', async () => {
  const { house, desk, aChat } = await aDesk()
  const ada = await isThere(desk.url, await house.agent('Ada'))
  const { rita, conversation } = await aChat(ada)
  const history = aHistory()
  const talkers = [aTalker(rita, conversation, history), aTalker(ada, conversation, history)]
  await until('they are in the conversation', () => talkers.every((talker) => talker.list().length >= 3))
  const goOn = freeze(house.postgres.pid())
  for (const talker of talkers) talker.say('Do you hear me?')
  await pause(4)
  expect(history.count('ok')).toBe(0)
  expect(talkers.map((talker) => talker.unsent())).toEqual([1, 1])
  expect(await desk.answers('/health/live', 200)).toBe(true)
  expect(await desk.answers('/health/ready', 503)).toBe(true)
  goOn()
  await until('both are answered', () => talkers.every((talker) => talker.unsent() === 0))

  expect((await saidIn(house, conversation)).map(({ text }) => text)).toEqual(['My screen is black', 'Do you hear me?', 'Do you hear me?'])
  for (const line of [ada, rita]) line.close()
}, 120_000)

test.concurrent('while the database is stopped the process stays, says that it is not ready, and takes nothing it could lose', async () => {
  const { house, desk, pid, aChat } = await aDesk()
  const ada = await isThere(desk.url, await house.agent('Ada'))
  const { rita, conversation } = await aChat(ada)
  const history = aHistory()
  const talker = aTalker(rita, conversation, history)
  await until('she is in the conversation', () => talker.list().length >= 3)
  await house.postgres.stop()
  talker.say('Is this thing on?')
  await until('it says that it is not ready', () => desk.answers('/health/ready', 503))
  expect(await desk.answers('/health/live', 200)).toBe(true)
  await pause(3)
  expect(history.count('ok')).toBe(0)
  // Whoever looks at a conversation meanwhile is asked to look again, not turned away.
  await expect(rita.ask('conversation:open', { conversation })).rejects.toMatchObject({ code: 'unavailable' })
  await house.postgres.start()
  await until('it is ready again', () => desk.answers('/health/ready', 200), 20)
  await until('she is answered', () => talker.unsent() === 0)

  expect(await saidIn(house, conversation)).toHaveLength(2)
  expect([desk.pid(), desk.isRunning()]).toEqual([pid, true])
  for (const line of [ada, rita]) line.close()
}, 120_000)

test.concurrent('lines to the database that the network has forgotten are given up, and what was said meanwhile is kept once', async () => {
  const { house, desk, aChat } = await aDesk()
  const ada = await isThere(desk.url, await house.agent('Ada'))
  const { rita, conversation } = await aChat(ada)
  const talker = aTalker(rita, conversation, aHistory())
  await until('she is in the conversation', () => talker.list().length >= 3)
  desk.toPostgres.forget()
  talker.say('Is this thing on?')
  await until('she is answered', () => talker.unsent() === 0, 60)
  await until('it is ready again', () => desk.answers('/health/ready', 200), 30)

  expect(await saidIn(house, conversation)).toHaveLength(2)
  for (const line of [ada, rita]) line.close()
}, 120_000)

test.concurrent('an agent who leaves while the database is away is missed once it is back', async () => {
  const { house, desk, aChat } = await aDesk()
  const ada = await isThere(desk.url, await house.agent('Ada'))
  const bob = await isThere(desk.url, await house.agent('Bob'))
  const { rita, conversation } = await aChat(bob)
  await house.postgres.stop()
  bob.close()
  await pause(1)
  await house.postgres.start()
  await until('it waits again, or Ada is asked', async () => (await statusOf(house, conversation)) === 'waiting')
  for (const line of [ada, rita]) line.close()
}, 120_000)

async function statusOf(house: House, conversation: string) {
  const { rows } = await house.pool.query('select status from conversations where id = $1', [conversation])
  return rows[0]?.status
}

test.concurrent('whatever was acknowledged survives the database being killed and cut down while people write', async () => {
  const { house, desk, pid } = await aDesk()
  const chance = aChance(seedOfRun())
  const talk = await aTalk(house, { requesters: 10, agents: 5, urls: [desk.url] })
  const going = talk.goesOn({ seconds: 20, perSecond: 40, chance })
  for (const how of ['SIGKILL', 'SIGQUIT', 'SIGKILL'] as const) {
    await pause(chance.between(2, 4))
    process.kill(house.postgres.pid(), how)
    await pause(2)
    await until('it is ready again', () => desk.answers('/health/ready', 200))
  }
  await going
  await until('everybody has his answers, and sees what was kept', () => talk.isSettled())

  expect({ seed: chance.seed, complaints: await talk.complaints() }).toEqual({ seed: chance.seed, complaints: [] })
  expect([desk.pid(), desk.isRunning()]).toEqual([pid, true])
  expect(desk.logs()).not.toContain('unhandled')
  talk.ends()
}, 180_000)
