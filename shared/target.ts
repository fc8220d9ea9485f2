import type { Priority } from './ticket.ts'

/** What a desk wants to keep: the first answer, each later one, and the solution. */
export const targets = ['first', 'next', 'resolution'] as const
export type Target = (typeof targets)[number]

/** Within how many minutes; null is no target. */
export type TargetMinutes = Record<Target, number | null>

/** Within what time a team answers and solves. */
export interface TargetRules {
  /** Whether minutes count by the opening hours of the team, or round the clock. */
  counted: 'opening-hours' | 'always'
  /** Whether the time to the solution rests while it is the requester's turn. */
  restsWithRequester: boolean
  /** The owner is warned while so many hundredths of the time are left; 0 is never. */
  warnPercent: number
  priorities: Record<Priority, TargetMinutes>
}

const none: TargetMinutes = { first: null, next: null, resolution: null }

/** Where a team begins that never had targets. */
export const noTargets: TargetRules = {
  counted: 'opening-hours',
  restsWithRequester: true,
  warnPercent: 20,
  priorities: { 1: none, 2: none, 3: none, 4: none, 5: none },
}

type Spans = readonly (readonly [from: string, to: string])[]

/** By which opening hours minutes count: of a zone, by weekday, with days that are closed or different. */
export interface Calendar {
  zone: string
  days: Partial<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', Spans>>
  closed: readonly string[]
  special?: readonly { date: string; name: string; spans: Spans }[] | undefined
}

/** How long one target has run. */
export interface Clock {
  since: string
  /** So many milliseconds were counted until `from`; whatever comes after that is counted when it is asked for. */
  used: number
  from: string
  /** Its owner was warned. */
  near?: boolean
  /** When its time was over. What was missed stays missed. */
  missed?: string
  met?: string
}

/** The clocks of a ticket, and what was missed and is not in its timeline yet. */
export type Clocks = Partial<Record<Target, Clock>> & { untold?: readonly { target: Target; until: string }[] }

/** Why a clock stands still: the ticket rests, the requester is to speak, or the team is never open again. */
export type Standstill = 'on-hold' | 'requester' | 'never-open'

/** A clock as it is shown. */
export interface ShownTarget {
  target: Target
  /** When its time is over, where it runs; of one that was missed, when that was. */
  due: string | null
  /** From when on that is soon. */
  near: string | null
  stands: Standstill | null
  /** Milliseconds of the team's time that are left, while it stands still. */
  left: number | null
  met: string | null
  missed: string | null
}

/** The one that is due first, of those that run. */
export function nextDue(shown: readonly ShownTarget[]): ShownTarget | null {
  const running = shown.filter(({ due, met, stands }) => due !== null && met === null && stands === null)
  return running.toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))[0] ?? null
}
