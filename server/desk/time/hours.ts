import { clockOf } from './zone-clock.ts'

/** When a team takes chats: by weekday in its own time zone, with days that are closed. Null means always. */
export interface Hours {
  /** IANA, such as Europe/Berlin. */
  zone: string
  /** For each weekday spans of wall-clock time, `HH:MM` to `HH:MM`; `24:00` ends a day. */
  days: Partial<Record<Weekday, readonly (readonly [string, string])[]>>
  /** Dates on which it stays closed, `YYYY-MM-DD`. */
  closed: readonly string[]
  /** Dates with hours of their own, such as half a day; without any, it stays closed. They count more than all above. */
  special?: readonly { date: string; name: string; spans: readonly (readonly [string, string])[] }[] | undefined
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Whether the team takes chats at this moment. */
export function isOpen(hours: Hours | null, now: Date): boolean {
  if (!hours) return true
  const { day, date, time } = wallClock(hours.zone, now)
  return spansOn(hours, day, date).some(([from, to]) => from <= time && time < to)
}

function spansOn({ days, closed, special = [] }: Hours, day: Weekday, date: string) {
  const own = special.find((one) => one.date === date)
  if (own) return own.spans
  return closed.includes(date) ? [] : (days[day] ?? [])
}

const minute = 60_000
const step = 5 * minute
const farthest = 14 * 24 * 3600_000

/** When it opens next, within two weeks; null if it does not, or is open now. */
export function opensAt(hours: Hours | null, now: Date): Date | null {
  if (!hours || isOpen(hours, now)) return null
  // It is asked for far more often than it changes, and to look is much work.
  const known = opening.get(hours)
  if (known && known.from <= now.getTime() && now.getTime() < known.until) return known.at
  const from = now.getTime()
  const at = firstOpen(hours, from)
  opening.set(hours, { from, until: at?.getTime() ?? from + step, at })
  return at
}

const opening = new WeakMap<Hours, { from: number; until: number; at: Date | null }>()

function firstOpen(hours: Hours, from: number): Date | null {
  const first = Math.ceil(from / step) * step
  for (let at = first; at < first + farthest; at += step) {
    if (!isOpen(hours, new Date(at))) continue
    while (at - minute > from && isOpen(hours, new Date(at - minute))) at -= minute
    return new Date(at)
  }
  return null
}

function wallClock(zone: string, now: Date) {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  )
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
  const day = weekdays.find((name) => name === parts.get('weekday')?.toLowerCase()) ?? 'mon'
  return { day, date, time: `${parts.get('hour')}:${parts.get('minute')}` }
}
