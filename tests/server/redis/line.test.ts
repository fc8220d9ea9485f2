import type { FastLine } from '../../../server/desk/line/line-ports.ts'
import { closeRedis, connectRedis, type Redis } from '../../../server/redis/connection.ts'
import { createFastLine } from '../../../server/redis/line.ts'
import { aRedis, type TestRedis } from '../../support/engines.ts'
import { eventually } from '../../support/eventually.ts'

let engine: TestRedis
let redis: Redis
let line: FastLine
beforeAll(async () => {
  engine = await aRedis()
  redis = await connectRedis(engine.url, () => {})
  line = createFastLine(redis)
})
beforeEach(async () => {
  await engine.flush()
  await line.madeWhole()
})
afterAll(async () => {
  await closeRedis(redis)
  await engine.close()
})

const desk = 'service-desk'
const pair = (about: Partial<Parameters<FastLine['propose']>[0]> = {}) => ({
  team: desk,
  conversation: 'rita',
  agent: 'ada',
  offer: 'offer-1',
  room: 2,
  till: 1,
  ...about,
})
const threeWait = () => Promise.all([line.put(desk, 'tom', 300), line.put(desk, 'rita', 100), line.put(desk, 'sam', 200)])

test('those who wait stand in the order of their turns', async () => {
  await threeWait()

  expect(await line.heads(desk, 0, 2)).toEqual(['rita', 'sam'])
  expect(await line.heads(desk, 2, 2)).toEqual(['tom'])
  expect([await line.before(desk, 'rita'), await line.before(desk, 'tom'), await line.before(desk, 'eve')]).toEqual([0, 2, null])
})

test('what is proposed keeps its place and is not proposed again', async () => {
  await threeWait()
  expect(await line.propose(pair())).toBe(true)

  expect(await line.propose(pair({ agent: 'ben', offer: 'offer-2' }))).toBe(false)
  expect(await line.heads(desk, 0, 9)).toEqual(['sam', 'tom'])
  expect(await line.before(desk, 'sam')).toBe(1)
})

test('the same proposal again is the same proposal', async () => {
  await threeWait()
  expect([await line.propose(pair()), await line.propose(pair())]).toEqual([true, true])
  await line.release(desk, 'rita', 'offer-1')

  expect(await line.propose(pair({ conversation: 'sam', offer: 'offer-2', room: 1 }))).toBe(true)
})

test('an agent is proposed no more than he has room for, in all his teams together', async () => {
  await threeWait()
  await line.put('network', 'una', 50)
  expect(await line.propose(pair({ room: 2 }))).toBe(true)
  expect(await line.propose(pair({ conversation: 'una', team: 'network', offer: 'offer-2', room: 2 }))).toBe(true)

  expect(await line.propose(pair({ conversation: 'sam', offer: 'offer-3', room: 2 }))).toBe(false)
  expect(await line.heads(desk, 0, 9)).toEqual(['sam', 'tom'])
})

test('a hundred proposals at once for one agent with two places: two are made', async () => {
  await Promise.all(Array.from({ length: 100 }, (_, index) => line.put(desk, `requester ${index}`, index)))
  const made = await Promise.all(
    Array.from({ length: 100 }, (_, index) => line.propose(pair({ conversation: `requester ${index}`, offer: `offer ${index}` }))),
  )

  expect(made.filter(Boolean)).toHaveLength(2)
})

test('what is let go stands where it stood, and its place with the agent is free, once', async () => {
  await threeWait()
  await line.propose(pair({ room: 1 }))
  expect(await line.release(desk, 'rita', 'another offer')).toBe(false)
  expect([await line.release(desk, 'rita', 'offer-1'), await line.release(desk, 'rita', 'offer-1')]).toEqual([true, false])

  expect(await line.heads(desk, 0, 9)).toEqual(['rita', 'sam', 'tom'])
  expect(await line.propose(pair({ room: 1, offer: 'offer-2' }))).toBe(true)
  expect(await line.propose(pair({ conversation: 'sam', room: 1, offer: 'offer-3' }))).toBe(false)
})

test('whoever is settled is gone from the line, proposal and all', async () => {
  await threeWait()
  await line.propose(pair({ room: 1 }))
  await line.settle(desk, 'rita')
  await line.settle(desk, 'rita')

  expect([...(await line.all(desk)).keys()]).toEqual(['sam', 'tom'])
  expect(await line.proposals()).toEqual(new Map())
  expect(await line.propose(pair({ conversation: 'sam', room: 1, offer: 'offer-2' }))).toBe(true)
})

test('a late word that somebody waits here no longer takes nothing from the team where he waits now', async () => {
  await threeWait()
  await line.settle(desk, 'rita')
  await line.put('network', 'rita', 100)
  await line.propose(pair({ team: 'network' }))
  await line.settle(desk, 'rita')

  expect((await line.proposals()).get('rita')).toMatchObject({ team: 'network', agent: 'ada' })
  expect([...(await line.all('network')).keys()]).toEqual(['rita'])
  await line.settle('network', 'rita')
  expect(await line.proposals()).toEqual(new Map())
})

test('a turn that changes while it is being offered counts when it is let go', async () => {
  await threeWait()
  await line.propose(pair())
  await line.put(desk, 'rita', 250)
  expect(await line.heads(desk, 0, 9)).toEqual(['sam', 'tom'])
  await line.release(desk, 'rita', 'offer-1')

  expect(await line.heads(desk, 0, 9)).toEqual(['sam', 'rita', 'tom'])
})

test('an offer that PostgreSQL made is restored over whatever was proposed', async () => {
  await threeWait()
  await line.propose(pair())
  await line.restore({ team: desk, conversation: 'rita', agent: 'ben', offer: 'offer-2', till: 9, turn: 100 })

  expect(await line.proposals()).toEqual(new Map([['rita', { team: desk, agent: 'ben', offer: 'offer-2', till: 9 }]]))
  expect(await line.propose(pair({ conversation: 'sam', offer: 'offer-3', room: 1 }))).toBe(true)
  expect(await line.propose(pair({ conversation: 'tom', agent: 'ben', offer: 'offer-4', room: 1 }))).toBe(false)
})

test('one process at a time has the lease of a team, and nobody gives back that of another', async () => {
  const claim = (token: string) => line.claim(desk, 2, token, 5_000)
  expect(await claim('anybody')).toEqual([])
  await threeWait()
  expect([await claim('one'), await claim('two')]).toEqual([[{ kind: '', ids: ['rita', 'sam'] }], 'held'])
  await line.unlease(desk, 'two')
  expect(await claim('two')).toBe('held')
  await line.unlease(desk, 'one')
  expect(await claim('two')).toEqual([{ kind: '', ids: ['rita', 'sam'] }])
})

test('a line that was forgotten is not taken for an empty one', async () => {
  await threeWait()
  await engine.flush()

  expect(await line.heads(desk, 0, 9)).toBeNull()
  expect(await line.isWhole()).toBe(false)
})

test('other processes hear a nudge', async () => {
  let heard = 0
  const stop = line.hear(() => heard++)
  await eventually(async () => {
    await line.nudge()
    return heard > 0
  })
  await stop()
})

test('while Redis is dead every verb fails at once, and all is well when it is back', async () => {
  await engine.kill()
  await eventually(() => !line.isUp())
  const begun = performance.now()
  await expect(line.heads(desk, 0, 9)).rejects.toThrow()
  expect(performance.now() - begun).toBeLessThan(500)
  await engine.restart()

  await eventually(() => line.isUp())
  expect(await line.heads(desk, 0, 9)).toBeNull()
})

test('while Redis hangs, one question waits a second and the next ones not at all', async () => {
  process.kill(engine.pid(), 'SIGSTOP')
  await expect(line.heads(desk, 0, 9)).rejects.toThrow('does not answer')
  const begun = performance.now()
  await expect(line.heads(desk, 0, 9)).rejects.toThrow('does not answer')
  expect(performance.now() - begun).toBeLessThan(100)
  process.kill(engine.pid(), 'SIGCONT')

  await eventually(() => line.isUp())
  await line.put(desk, 'rita', 1)
})
