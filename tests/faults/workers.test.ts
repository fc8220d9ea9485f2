import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { asks, does, isThere } from '../support/a-chat.ts'
import { aHistory } from '../support/history.ts'
import { keyholdersOf } from '../support/keyholders.ts'
import { type Launched, launched } from '../support/launched.ts'
import { closeAllLines, lineTo } from '../support/line-to.ts'
import { aTalker } from '../support/talker.ts'
import { until } from '../support/until.ts'

let desk: Launched

beforeAll(async () => {
  desk = await launched(['--workers', '2'], { PORT: '0', HOST: '127.0.0.1' })
  await desk.says(/Worker 1: .+[\s\S]*Worker 2: .+|Worker 2: .+[\s\S]*Worker 1: .+/)
  await desk.says('Make the first administrator')
}, 90_000)
afterAll(async () => {
  closeAllLines()
  await desk.close()
}, 60_000)

const worker = (number: number) => new RegExp(`Worker ${number}: (\\S+)`).exec(desk.said())?.[1] ?? ''
const pidOf = (number: number) => desk.note().children[`Firstline worker ${number}`]?.pid ?? 0

test('two workers are one desk; one that is killed comes back, and all are replaced while people write', async () => {
  const pool = new pg.Pool({ connectionString: desk.note().databaseUrl, max: 2 })
  const house = await keyholdersOf(pool, 'Networks')
  const rita = lineTo(worker(1), await house.requester('Rita'))
  const ada = await isThere(worker(2), await house.agent('Ada'))
  const conversation = await asks(rita, house.team)
  await does(ada, conversation, { kind: 'take' })
  const history = aHistory()
  const [hers, adas] = [aTalker(rita, conversation, history), aTalker(ada, conversation, history)]
  const begun = 3
  await until('both are in', () => [hers, adas].every((talker) => talker.list().length === begun))

  hers.say('Can you hear me?')
  await until('Ada hears her', () => adas.list().length === begun + 1, 5)
  const [first, second] = [pidOf(1), pidOf(2)]
  process.kill(second, 'SIGKILL')
  await desk.says('worker 2 ended unexpectedly (SIGKILL): starting it again', 5)
  adas.say('I can, again')
  await until('Rita hears her', () => hers.list().length === begun + 2, 20)

  desk.signal('SIGUSR2')
  await desk.says('replacing worker 1')
  hers.say('And now?')
  await desk.says('all workers are replaced')
  adas.say('As before')
  await until('both have all of it', () => [hers, adas].every((talker) => talker.list().length === begun + 4), 20)
  expect([pidOf(1), pidOf(2)]).not.toEqual([first, second])
  expect(history.count('fail')).toBe(0)
  expect(desk.said().match(/Make the first administrator/g)).toHaveLength(2)
  for (const talker of [hers, adas]) talker.stop()
  for (const line of [rita, ada]) line.close()
  await pool.end()

  const asked = Date.now()
  desk.signal('SIGINT')
  expect(await desk.ended()).toBe(0)
  expect(Date.now() - asked).toBeLessThan(30_000)
}, 120_000)
