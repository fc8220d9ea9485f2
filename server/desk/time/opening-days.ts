import { type Hours, weekdays } from './hours.ts'
import { dateOf, type LocalDay, offsetsOn } from './zone-days.ts'

/** From one moment to another, in milliseconds. */
export interface Stretch {
  start: number
  end: number
}

/**
 * When a team is open on a day of its own calendar. Where clocks are put forward there are fewer such minutes than are written, and
 * where they are put back the hour that comes twice counts twice: it is open whenever the clock on its wall says so.
 */
export function stretchesOn(hours: Hours, day: LocalDay): readonly Stretch[] {
  const spans = spansOn(hours, day)
  if (spans.length === 0) return []
  const written = spans.map(([from, to]) => [minutesOf(from), minutesOf(to)] as const)
  const all = offsetsOn(hours.zone, day).flatMap(({ offset, start, end }) =>
    written.map(([from, to]) => ({ start: Math.max(start, day + from - offset), end: Math.min(end, day + to - offset) })),
  )
  return inOrder(all.filter(({ start, end }) => start < end))
}

function spansOn({ days, closed, special = [] }: Hours, day: LocalDay) {
  const date = dateOf(day)
  const own = special.find((one) => one.date === date)
  if (own) return own.spans
  return closed.includes(date) ? [] : (days[weekdayOf(day)] ?? [])
}

const weekdayOf = (day: LocalDay) => weekdays[(new Date(day).getUTCDay() + 6) % 7] ?? 'mon'

/** `HH:MM` in milliseconds since midnight. */
function minutesOf(time: string) {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

/** Spans that overlap are open once. */
function inOrder(stretches: Stretch[]): Stretch[] {
  const apart: Stretch[] = []
  for (const one of stretches.toSorted((left, right) => left.start - right.start)) {
    const last = apart.at(-1)
    if (last && one.start <= last.end) last.end = Math.max(last.end, one.end)
    else apart.push({ ...one })
  }
  return apart
}
