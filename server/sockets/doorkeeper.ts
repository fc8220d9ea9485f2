import type { Helping, Requesting } from '../../shared/people.ts'
import { createBuckets } from './buckets.ts'

/**
 * How many connections may be held here at once, and how often one may come. A company's people often share one address, so
 * those whom a session or a site vouches for are counted by person; an address only stands for those who typed their names,
 * of whom even a large company has no two thousand at once.
 */
const usual = {
  requester: 12,
  agent: 24,
  strangers: 2_000,
  /** After a restart a whole company comes at once. Each costs one look at the database. */
  knocking: { reserve: 20_000, perSecond: 500 },
  strangersComing: { reserve: 2_000, perSecond: 50 },
  coming: { reserve: 100, perSecond: 2 },
}

/** Counts who comes and who is inside, so that nobody fills the house or wears out its door. */
export function createDoorkeeper(limits = usual, now?: () => number) {
  const inside = new Map<string, number>()
  const knocking = createBuckets(limits.knocking, now)
  const strangersComing = createBuckets(limits.strangersComing, now)
  const coming = createBuckets(limits.coming, now)

  const placesOf = (address: string, who: Requesting | Helping): [key: string, limit: number][] => [
    [`person ${who.id}`, limits[who.kind]],
    ...(isStranger(who) ? [[`address ${address}`, limits.strangers] satisfies [string, number]] : []),
  ]

  const comesTooOften = (address: string, who: Requesting | Helping) =>
    !coming.take(who.id) || (isStranger(who) && !strangersComing.take(address))

  return {
    /** Whether it is worth looking who it is. */
    hears: (address: string) => knocking.take(address),

    /** Counts a connection in and returns how it leaves again, or null where there is no room for it. */
    enter(address: string, who: Requesting | Helping): (() => void) | null {
      const places = placesOf(address, who)
      if (comesTooOften(address, who) || places.some(([key, limit]) => (inside.get(key) ?? 0) >= limit)) return null
      for (const [key] of places) inside.set(key, (inside.get(key) ?? 0) + 1)
      let isIn = true
      return () => {
        if (!isIn) return
        isIn = false
        for (const [key] of places) leave(key)
      }
    },
  }

  function leave(key: string) {
    const left = (inside.get(key) ?? 1) - 1
    if (left > 0) inside.set(key, left)
    else inside.delete(key)
  }
}

const isStranger = (who: Requesting | Helping) => who.kind === 'requester' && !who.verified
