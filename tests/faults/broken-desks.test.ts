import { afterAll, expect, test } from '@jest/globals'
import { closeRedis, connectRedis } from '../../server/redis/connection.ts'
import { createFastLine } from '../../server/redis/line.ts'
import { asks, does, isThere } from '../support/a-chat.ts'
import { aHistory } from '../support/history.ts'
import { aHouse, type House } from '../support/house.ts'
import { acknowledgedIsStored } from '../support/laws.ts'
import { lineTo } from '../support/line-to.ts'
import { mutated } from '../support/mutated.ts'
import { aTalker } from '../support/talker.ts'
import { until } from '../support/until.ts'
import { unsettled } from './nemesis/check.ts'
import { whatIsKept } from './nemesis/found.ts'

const houses: House[] = []

afterAll(() => Promise.all(houses.map((house) => house.close())), 60_000)

async function aHouseOfOnesOwn() {
  const house = await aHouse({ settings: { reofferAfterSeconds: 1, wrapUpSeconds: 0 } })
  houses.push(house)
  return house
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

test.concurrent('a desk that forgets to make its line anew is found: Tom waits in vain', async () => {
  const house = await aHouseOfOnesOwn()
  const desk = await house.desk(mutated('server/desk/line/reconciling.mjs', 'await repair(team, proposals) > 0', 'false'))
  const ada = await isThere(desk.url, await house.agent('Ada', { capacity: 1 }))
  const rita = lineTo(desk.url, await house.requester('Rita'))
  const first = await asks(rita, house.team)
  await does(ada, first, { kind: 'take' })
  const tom = lineTo(desk.url, await house.requester('Tom'))
  const second = await asks(tom, house.team)
  const redis = await connectRedis(house.redis.url, () => {})
  const fast = createFastLine(redis)
  // What is put into the line only after it was forgotten is not forgotten.
  await until('he stands in the line', async () => (await fast.count(house.team)) === 1)
  await house.redis.flush()
  // Before, it would see that Redis knows nothing, and look for itself.
  await until('it believes to have made it anew', () => fast.isWhole())
  await closeRedis(redis)
  await does(ada, first, { kind: 'end' })

  // By then a desk that is whole has looked at its line again and again.
  await pause(6)
  expect(unsettled(await whatIsKept(house.pool), [], 1)).toEqual([expect.stringContaining(`${second} waits while`)])
  for (const line of [ada, rita, tom]) line.close()
}, 120_000)

test.concurrent('a database that acknowledges before it has written is found once it is killed: what Rita said is gone', async () => {
  const house = await aHouseOfOnesOwn()
  for (const hasty of ['alter database postgres set synchronous_commit = off', "alter system set wal_writer_delay = '10s'"])
    await house.pool.query(hasty)
  await house.pool.query('select pg_reload_conf()')
  const desk = await house.desk()
  const ada = await isThere(desk.url, await house.agent('Ada'))
  const rita = lineTo(desk.url, await house.requester('Rita'))
  const conversation = await asks(rita, house.team)
  await house.pool.query('checkpoint')
  const history = aHistory()
  const talker = aTalker(rita, conversation, history)
  await until('she is in the conversation', () => talker.list().length > 0)
  talker.say('This is on the disk, they say')
  await until('she is told that it is kept', () => history.count('ok') === 1)
  const before = house.postgres.pid()
  house.postgres.kill()
  await until('PostgreSQL is back', () => house.postgres.pid() !== before)
  await until('the desk is ready', () => desk.answers('/health/ready', 200))

  const { kept } = await whatIsKept(house.pool)
  expect(acknowledgedIsStored(history.attempts(), kept)).toEqual([expect.stringContaining('and is not there')])
  for (const line of [ada, rita]) line.close()
  talker.stop()
}, 120_000)
