import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createRelay } from '../../../server/outbox/relay.ts'
import { aRedis, type TestRedis } from '../../support/engines.ts'
import { eventually } from '../../support/eventually.ts'

let redis: TestRedis
beforeEach(async () => {
  redis = await aRedis()
})
afterEach(() => redis.close())

/** A process that carries these events, and where each of them came to. */
function carries(due: string[], deliver: (id: string) => Promise<void>) {
  const left = new Set(due)
  const nothing = async () => {
    throw new Error('Nobody asks for this here')
  }
  return createRelay({
    redisUrl: redis.url,
    outbox: {
      due: async () => [...left].map((id) => ({ id, inMs: 0 })),
      take: nothing,
      content: nothing,
      delivered: nothing,
      failed: nothing,
      skipped: nothing,
      skippedAll: nothing,
    },
    isWanted: async () => true,
    async deliver(id) {
      left.delete(id)
      await deliver(id)
    },
    onTrouble: () => undefined,
    everySeconds: 0.1,
  })
}

/** How many timers and connections keep this process from ending. */
const handles = () => process.getActiveResourcesInfo().filter((kind) => /^(Timeout|PipeWrap|TCPSocketWrap)$/.test(kind)).length

async function secondsOf(work: Promise<void>) {
  const from = performance.now()
  await work
  return (performance.now() - from) / 1000
}

async function died(times: number) {
  for (let n = 0; n < times; n++) await redis.restart()
}

test.each([
  ['which is there', async () => undefined],
  ['which died three times', () => died(3)],
  ['which is away', () => redis.kill()],
  ['which died, and is away', () => died(2).then(() => redis.kill())],
])('whoever sends nothing leaves at once a Redis %s, and nothing of him stays', async (_, happens) => {
  const before = handles()
  const carried: string[] = []
  const relay = carries(['one'], async (id) => void carried.push(id))
  await eventually(() => carried.length === 1)
  await happens()

  expect(await secondsOf(relay.close())).toBeLessThan(2)
  await eventually(() => handles() <= before)
})

test('whoever was never answered by Redis leaves at once, too', async () => {
  await redis.kill()
  const before = handles()
  const relay = carries(['one'], async () => undefined)

  expect(await secondsOf(relay.close())).toBeLessThan(2)
  await eventually(() => handles() <= before)
})

test('what is being sent is finished before he leaves, and nothing else is begun', async () => {
  const [begun, ended]: string[][] = [[], []]
  let finish = () => {}
  const sent = new Promise<void>((resolve) => {
    finish = resolve
  })
  const many = Array.from({ length: 20 }, (_, n) => `event-${n}`)
  const relay = carries(many, async (id) => {
    begun?.push(id)
    await sent
    ended?.push(id)
  })
  await eventually(() => begun?.length === 8)
  const leaving = relay.close()
  finish()
  await leaving

  expect(ended).toEqual(begun)
  expect(begun).toHaveLength(8)
})
