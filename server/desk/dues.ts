import type { Trace } from '../../shared/entry.ts'

/** Something that the clock does in a conversation: when, in milliseconds, and what it leaves there. */
export interface Due {
  at: number
  leaves(): Trace[]
  /** It is done as soon as it can be from then on, which is never late. */
  whenPossible?: true
}

/** So much later than its time is late: the desk stood still, or was only then told to. */
const lateSeconds = 60

/** What is left by what is due by now; what comes late says by how much. */
export function leftBy(due: Due, now: number): Trace[] {
  if (due.at > now) return []
  const late = Math.round((now - due.at) / 1000)
  return late < lateSeconds || due.whenPossible ? due.leaves() : due.leaves().map((trace) => ({ ...trace, late }))
}
