import type { Chance } from './chance.ts'

/** When somebody comes, and whether the desk is at work then. */
export interface Arrival {
  at: Date
  kind: 'at-work' | 'out-of-hours'
}

const day = 24 * 3_600_000

/** So many arrivals over the days before `end`, in the order in which they come. */
export function arrivals(count: number, { days, end }: { days: number; end: Date }, chance: Chance): Arrival[] {
  const begin = end.getTime() - days * day
  const latest = end.getTime() - 2 * 3_600_000
  const found: Arrival[] = []
  while (found.length < count) {
    const at = new Date(begin + chance.next() * days * day)
    const isOut = chance.happens(8)
    if (isOut) at.setUTCHours(chance.between(19, 22))
    else at.setUTCHours(chance.oneOf(busyHours))
    const isWeekend = at.getUTCDay() % 6 === 0
    if (at.getTime() < begin || at.getTime() > latest || (isWeekend && !isOut)) continue
    found.push({ at, kind: isOut ? 'out-of-hours' : 'at-work' })
  }
  return found.sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** More come in the morning, fewer over lunch. */
const busyHours = [8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15]
