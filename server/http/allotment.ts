import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Allotment } from '../desk/files.ts'
import { within } from './within.ts'

/** How much each key may have: so many bytes in so many seconds. */
export interface Share {
  name: string
  bytes: number
  seconds: number
}

const patience = 500

/** Counts bytes in Redis, for all processes together; while Redis is silent, each process counts for itself. */
export function createAllotment(redis: object, { name, bytes, seconds }: Share): Allotment {
  const share = { keyPrefix: `share:${name}`, points: bytes, duration: seconds }
  const alone = new RateLimiterMemory(share)
  const together = new RateLimiterRedis({ ...share, storeClient: redis, useRedisPackage: true, rejectIfRedisNotReady: true })
  const either = <T>(ask: (limiter: RateLimiterRedis | RateLimiterMemory) => Promise<T>) =>
    within(patience, ask(together)).catch(() => ask(alone))

  return {
    async hasLeft(key, wanted) {
      const used = await either((limiter) => limiter.get(key))
      return (used?.consumedPoints ?? 0) + wanted <= bytes
    },
    take: (key, wanted) =>
      either(async (limiter) => {
        try {
          await limiter.consume(key, wanted)
          return true
        } catch (problem) {
          if (!(problem instanceof RateLimiterRes)) throw problem
          // The limiter counts what it refuses, too.
          await limiter.reward(key, wanted)
          return false
        }
      }),
    async giveBack(key, given) {
      await either((limiter) => limiter.reward(key, given))
    },
  }
}
