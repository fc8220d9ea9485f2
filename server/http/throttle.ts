import type { FastifyReply } from 'fastify'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { Refused } from '../../shared/refusal.ts'
import { within } from './within.ts'

/** How often something may be done: so many times in so many seconds. */
export interface Rate {
  name: string
  times: number
  seconds: number
}

/** Counts one more time for a key, and says after how many seconds to come back if that was too often. */
export type Throttle = (key: string) => Promise<{ after: number } | null>

/**
 * Counts in Redis, for all processes together. While Redis is silent, each process counts for itself:
 * the door is neither shut nor left open.
 */
export function createThrottle(redis: object, { name, times, seconds }: Rate): Throttle {
  const rate = { keyPrefix: `rate:${name}`, points: times, duration: seconds }
  const alone = new RateLimiterMemory(rate)
  const together = new RateLimiterRedis({
    ...rate,
    storeClient: redis,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    inMemoryBlockOnConsumed: times + 1,
  })
  return (key) => within(patience, together.consume(key)).then(tooOften, (problem) => refusedOr(problem, () => alone.consume(key)))
}

const patience = 500

/** Lets nobody through who comes too often; says when to come back. */
export async function holdBack(reply: FastifyReply, throttle: Throttle, key: string): Promise<void> {
  const refused = await throttle(key)
  if (!refused) return
  reply.header('retry-after', refused.after)
  throw new Refused('too-fast')
}

const tooOften = () => null

async function refusedOr(problem: unknown, instead: () => Promise<unknown>): Promise<{ after: number } | null> {
  if (problem instanceof RateLimiterRes) return { after: Math.ceil(problem.msBeforeNext / 1000) }
  return instead().then(tooOften, (again) => {
    if (again instanceof RateLimiterRes) return { after: Math.ceil(again.msBeforeNext / 1000) }
    throw again
  })
}
