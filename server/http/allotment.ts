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
    within(patience, ask(together)).catch((problem: unknown) => {
      if (problem instanceof RateLimiterRes) throw problem
      return ask(alone)
    })

  return {
    async isUsedUp(key) {
      const used = await either((limiter) => limiter.get(key))
      return used !== null && used.consumedPoints >= bytes
    },
    async take(key, wanted) {
      try {
        await either((limiter) => limiter.consume(key, wanted))
        return true
      } catch (problem) {
        if (problem instanceof RateLimiterRes) return false
        throw problem
      }
    },
  }
}
