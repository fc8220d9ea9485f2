import type { Entry } from './entry.ts'
import type { Wish } from './people.ts'
import type { Priority } from './ticket.ts'

/** The numbers a desk is run by. Seconds, unless the name says otherwise. */
export interface DeskSettings {
  offerSeconds: number
  graceSeconds: number
  absentMinutes: number
  missedBeforeAway: number
  reofferAfterSeconds: number
  reopenDays: number
  closeDays: number
  /** How long an ended conversation waits for its wrap-up before it is logged without one. */
  wrapUpSeconds: number
  logAfterSeconds: number
  estimateSamples: number
}

export const defaultSettings: DeskSettings = {
  offerSeconds: 30,
  graceSeconds: 30,
  absentMinutes: 15,
  missedBeforeAway: 2,
  reofferAfterSeconds: 120,
  reopenDays: 7,
  closeDays: 7,
  wrapUpSeconds: 120,
  logAfterSeconds: 2,
  estimateSamples: 8,
}

/** How many minutes of waiting a priority counts as: that is how long it may pass others by, and no longer. */
export const headStartMinutes: Record<Priority, number> = { 1: 60, 2: 30, 3: 10, 4: 0, 5: -10 }

/** What a requester whom the desk must not keep waiting counts besides. */
export const vipMinutes = 30

/**
 * How long anybody, whatever his priority, may be passed by who comes after him: nobody who comes later than that after him
 * is ever before him.
 */
export const longestPassedByMinutes = headStartMinutes[1] + vipMinutes - headStartMinutes[5]

/** When it is somebody's turn: the lowest first. Ageing is linear, so that the order of two who wait never changes by itself. */
export const turnOf = (waitingSince: string, priority: Priority, vip = false) =>
  Date.parse(waitingSince) - (headStartMinutes[priority] + (vip ? vipMinutes : 0)) * 60_000

/** How an agent stands with the line: what he wishes, how much he carries, what he missed in a row. */
export interface Standing {
  agent: string
  capacity: number
  load: number
  wish: Wish
  missed: number
  /** When the line last gave him something, if it ever did. */
  givenAt?: string | null
}

/** A load is counted in hundredths, so that what comes and goes leaves nothing behind. */
export const addLoads = (load: number, more: number) => Math.round((load + more) * 100) / 100

/** Whether one more fits, which counts 1 until it rests. */
export const hasRoom = ({ load, capacity }: Pick<Standing, 'load' | 'capacity'>) => addLoads(load, 1) <= capacity

/** How an agent's standing follows from an entry: two missed offers in a row set him away. */
export function evolveStanding(standing: Standing, entry: Entry, settings: Pick<DeskSettings, 'missedBeforeAway'>): Standing {
  switch (entry.kind) {
    case 'expired':
      return entry.agent === standing.agent ? missedOne(standing, settings.missedBeforeAway) : standing
    case 'offered':
      return entry.agent === standing.agent ? { ...standing, givenAt: entry.at } : standing
    case 'assigned':
    case 'declined':
      return entry.agent === standing.agent && standing.missed > 0 ? { ...standing, missed: 0 } : standing
    // Whoever does not answer those he has is asked about no more of them.
    case 'lost':
      return entry.agent === standing.agent && entry.why === 'silent' ? { ...standing, missed: 0, wish: 'away' } : standing
    default:
      return standing
  }
}

function missedOne(standing: Standing, before: number): Standing {
  const missed = standing.missed + 1
  return missed >= before ? { ...standing, missed: 0, wish: 'away' } : { ...standing, missed }
}

/** What a requester is told while waiting. Minutes are a range that holds four waits of five; null while too few are known. */
export interface Place {
  place: number
  minutes: { from: number; to: number } | null
}

/** Why an agent could not get a conversation. */
export type Exclusion = 'not-here' | 'away' | 'full' | 'let-it-go-by' | 'paced' | 'unskilled' | 'kept'

/** Why an agent who could have got it comes after the one who did. */
export type Behind = 'language' | 'less-skilled' | 'busier' | 'less-idle' | 'later-turn'
