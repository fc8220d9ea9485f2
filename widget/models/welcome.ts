import type { Notice } from '../../shared/notice.ts'
import type { Reception, TeamDoor } from '../../shared/protocol/visit.ts'

/** What somebody who asks about a topic may expect. */
export type Welcome =
  | { kind: 'unknown' }
  | { kind: 'here'; count: number; waiting: number; minutes: { from: number; to: number } | null; tooLong: TooLong | null }
  | { kind: 'full'; refuge: Instead }
  | { kind: 'nobody' }
  | { kind: 'closed'; opensAt: string | null; notices?: Notice }

type Instead = NonNullable<TeamDoor['full']>

/** It probably takes longer than so many minutes, for which nobody waits there. */
export interface TooLong {
  minutes: number
  refuge: Instead
}

/** What to expect of a topic; null is without one. */
export function receptionFor(reception: Reception | null, topic: string | null): Welcome {
  if (!reception) return { kind: 'unknown' }
  const door = topic === null ? reception.anything : reception.topics.find(({ id }) => id === topic)
  return door ? welcomeAt(door) : { kind: 'nobody' }
}

/** What to expect before one has said of what it is: of the best manned. */
export function receptionOfAll(reception: Reception | null): Welcome {
  const doors = reception ? [...reception.topics, ...(reception.anything ? [reception.anything] : [])] : []
  const [best] = doors.filter(({ open, full }) => open && !full).sort((one, other) => other.here - one.here)
  return best ? welcomeAt(best) : receptionFor(reception, null)
}

function welcomeAt(door: TeamDoor): Welcome {
  const { open, full, here, waiting, minutes, notices, opensAt } = door
  if (notices) return { kind: 'closed', opensAt: null, notices }
  if (open && full) return { kind: 'full', refuge: full }
  if (open) return { kind: 'here', count: here, waiting, minutes, tooLong: tooLongAt(door, minutes) }
  return opensAt ? { kind: 'closed', opensAt } : { kind: 'nobody' }
}

/** Whether a wait will probably be longer than any may be. */
export function tooLongAt({ longest }: Pick<TeamDoor, 'longest'>, minutes: TeamDoor['minutes']): TooLong | null {
  if (!longest || !minutes || minutes.from * 60 < longest.seconds) return null
  return { minutes: Math.round(longest.seconds / 60), refuge: longest.refuge }
}
