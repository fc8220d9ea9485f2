import type { Hours } from './hours.ts'
import { type Stretch, stretchesOn } from './opening-days.ts'
import { dayOf, nextDay } from './zone-days.ts'

/** Who is not open for so many days is closed for good. */
const farthestDays = 1_100

/**
 * The first moment by which so much opening time has gone by since `from`, all in milliseconds. Null hours are round the clock; null is
 * the answer where that never comes.
 */
export function businessTime(from: number, amount: number, hours: Hours | null): number | null {
  if (amount <= 0) return from
  if (!hours) return from + amount
  let left = amount
  for (const { start, end } of stretchesFrom(hours, from)) {
    if (end - start >= left) return start + left
    left -= end - start
  }
  return null
}

/** How much opening time lies between two moments. */
export function openBetween(from: number, to: number, hours: Hours | null): number {
  if (to <= from) return 0
  if (!hours) return to - from
  let open = 0
  for (const { start, end } of stretchesFrom(hours, from)) {
    if (start >= to) break
    open += Math.min(end, to) - start
  }
  return open
}

/** When it is open, from a moment on, in order. */
function* stretchesFrom(hours: Hours, from: number): Generator<Stretch> {
  let day = dayOf(hours.zone, from)
  for (let days = 0; days < farthestDays; days++, day = nextDay(day)) {
    for (const { start, end } of stretchesOn(hours, day)) if (end > from) yield { start: Math.max(start, from), end }
  }
}
