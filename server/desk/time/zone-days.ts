import { clockOf } from './zone-clock.ts'

/** A day of somebody's calendar: what its midnight would be in UTC, in milliseconds. */
export type LocalDay = number

/** A stretch of time in which a zone is so far ahead of UTC. */
interface Offset {
  offset: number
  start: number
  end: number
}

const hour = 3_600_000
const dayLong = 24 * hour

export const nextDay = (day: LocalDay): LocalDay => day + dayLong
export const dateOf = (day: LocalDay) => new Date(day).toISOString().slice(0, 10)

/** The day that it is in a zone. */
export const dayOf = (zone: string, at: number): LocalDay => Math.floor((at + offsetAt(zone, at)) / dayLong) * dayLong

/** The furthest that a zone is from UTC, and a little more. */
const furthest = 16 * hour

/** How far a zone is ahead of UTC around a day; more than one where its clocks are changed there. */
export function offsetsOn(zone: string, day: LocalDay): readonly Offset[] {
  const key = `${zone} ${day}`
  const known = offsets.get(key)
  if (known) return known
  // They are asked for again and again, of few days; to look is much work.
  if (offsets.size > mostKnown) offsets.clear()
  const found = findOffsets(zone, day - furthest, day + dayLong + furthest)
  offsets.set(key, found)
  return found
}

const offsets = new Map<string, readonly Offset[]>()
const mostKnown = 5_000

/** Nowhere are clocks changed twice within two days. */
function findOffsets(zone: string, start: number, end: number): Offset[] {
  const [first, last] = [offsetAt(zone, start), offsetAt(zone, end)]
  if (first === last) return [{ offset: first, start, end }]
  let [before, after] = [start, end]
  while (after - before > 1000) {
    const between = Math.floor((before + after) / 2000) * 1000
    if (between <= before) break
    if (offsetAt(zone, between) === first) before = between
    else after = between
  }
  return [
    { offset: first, start, end: after },
    { offset: last, start: after, end },
  ]
}

/** How far a zone is ahead of UTC at a moment. */
function offsetAt(zone: string, at: number): number {
  const second = Math.floor(at / 1000) * 1000
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(second)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: seconds = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second
}
