import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { createThrottle, holdBack } from './throttle.ts'

/** Refuses an attempt where there were too many, before anything is looked up. */
export type SignInThrottle = (reply: FastifyReply, account: string, address: string) => Promise<void>

/**
 * A whole office may share an address, and anyone may guess at another's account: so the few attempts that one has
 * count for account and address together, and the others only stop what no office does.
 */
export const usualTimes = { both: 10, account: 60, address: 300 }

/** Slows down whoever guesses passwords. Nobody is locked out for ever: counts end by themselves, and guessing on does not prolong them. */
export function createSignInThrottle(redis: object, times = usualTimes): SignInThrottle {
  const limit = (what: keyof typeof times) => createThrottle(redis, { name: `sign-in-${what}`, times: times[what], seconds: 600 })
  const [both, account, address] = [limit('both'), limit('account'), limit('address')]
  return async (reply, name, from) => {
    const key = keyOf(name)
    await holdBack(reply, address, from)
    await holdBack(reply, both, `${key}:${from}`)
    await holdBack(reply, account, key)
  }
}

/** Redis learns nobody's address, and a long name costs no more than a short one. */
const keyOf = (account: string) => createHash('sha256').update(account.toLowerCase()).digest('base64url')
