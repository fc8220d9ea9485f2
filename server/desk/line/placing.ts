import { hasRoom } from '../../../shared/queue.ts'
import type { Routing } from '../../../shared/team-routing.ts'
import { standOf } from '../kinds.ts'
import type { Directory } from '../ports.ts'
import type { Candidate, Head, Waiting } from './line-ports.ts'
import { exclusionOf, isAvailable, pacedUntil } from './routing.ts'
import type { Seen } from './window.ts'

/** All that were seen, of whatever kind, in the order of their turns. */
export const inTurn = (seen: readonly Seen[], directory: Pick<Directory, 'topic'>): Waiting[] =>
  seen
    .flatMap(({ heads }) => heads)
    .map((head) => ({ head, turn: standOf(head, directory).turn }))
    .sort((one, other) => one.turn - other.turn || (one.head.conversation < other.head.conversation ? -1 : 1))
    .map(({ head }) => head)

/** Whether one like this could still be given to anybody, were it not that he had let this very one go by. */
export const couldTakeOne = (head: Head, left: readonly Candidate[], now: Date, routing: Routing) =>
  left.some((agent) => exclusionOf(agent, { ...head, passedBy: {} }, left, now, routing) === null)

/** For how many milliseconds those are left alone yet who have room; null if there are none. */
export function pacedFor(left: readonly Candidate[], now: Date, pacingSeconds: number): number | null {
  const waits = left
    .filter((agent) => isAvailable(agent) && hasRoom(agent))
    .map(({ givenAt }) => pacedUntil(givenAt ? Date.parse(givenAt) : Number.NEGATIVE_INFINITY, pacingSeconds) - now.getTime())
    .filter((milliseconds) => milliseconds > 0)
  return waits.length > 0 ? Math.min(...waits) : null
}
