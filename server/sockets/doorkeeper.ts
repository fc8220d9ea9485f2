import type { Helping, Requesting } from '../../shared/people.ts'

/** How many connections one address, and one person, may hold here. A company's people often share one address. */
const most = { address: 20_000, requester: 12, agent: 24 }

/** Counts who is inside, so that nobody fills the house. */
export function createDoorkeeper(limits = most) {
  const inside = new Map<string, number>()

  const keysOf = (address: string, who: Requesting | Helping): [string, number][] => [
    [`address ${address}`, limits.address],
    [`person ${who.id}`, limits[who.kind]],
  ]

  return {
    /** Whether there is room for one more connection. */
    hasRoom: (address: string, who: Requesting | Helping) => keysOf(address, who).every(([key, limit]) => (inside.get(key) ?? 0) < limit),

    /** Counts a connection in, and returns how it leaves again. */
    enter(address: string, who: Requesting | Helping): () => void {
      const keys = keysOf(address, who).map(([key]) => key)
      for (const key of keys) inside.set(key, (inside.get(key) ?? 0) + 1)
      return () => {
        for (const key of keys) {
          const left = (inside.get(key) ?? 1) - 1
          if (left > 0) inside.set(key, left)
          else inside.delete(key)
        }
      }
    },
  }
}
