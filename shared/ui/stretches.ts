import type { Unsent } from '../client/unsent.ts'
import type { Entry } from '../entry.ts'

/** Some entries that follow each other. A long timeline is drawn stretch by stretch, so that only what is in sight costs anything. */
export interface Stretch {
  /** Stays the same whatever comes before or behind. */
  number: number
  entries: readonly Entry[]
  outgoing: readonly Unsent[]
}

const size = 6

/** A timeline in stretches. One in which nothing changed is the same object as before. */
export function stretchesOf(entries: readonly Entry[], outgoing: readonly Unsent[], before: readonly Stretch[] = []): Stretch[] {
  const stretches: { number: number; entries: Entry[]; outgoing: Unsent[] }[] = []
  const at = (place: number) => {
    const number = Math.floor(place / size)
    const last = stretches.at(-1)
    if (last && last.number >= number) return last
    const next = { number, entries: [], outgoing: [] }
    stretches.push(next)
    return next
  }
  for (const entry of entries) at(placeOf(entry)).entries.push(entry)
  // Where it will most likely stand once it is confirmed, so that it need not move then.
  const reached = entries.findLast((entry) => entry.lane === 'public')?.seq ?? 0
  for (const [index, unsent] of outgoing.entries()) at(reached + 1 + index).outgoing.push(unsent)
  const known = new Map(before.map((one) => [one.number, one]))
  return stretches.map((now) => unlessChanged(now, known.get(now.number)))
}

const placeOf = (entry: Entry) => (entry.lane === 'public' ? entry.seq : entry.after)

function unlessChanged(now: Stretch, before: Stretch | undefined): Stretch {
  return before && isSame(now.entries, before.entries) && isSame(now.outgoing, before.outgoing) ? before : now
}

const isSame = <T>(one: readonly T[], other: readonly T[]) => one.length === other.length && one.every((item, at) => item === other[at])

const usualHeight = 56

/** How tall a stretch is while it is not drawn: as it was, or about as most are. */
export const heightOf = ({ number, entries }: Stretch, heights: ReadonlyMap<number, number>) =>
  heights.get(number) ?? entries.length * usualHeight

/** Between two of them, as the styles have it. */
const gap = 3

/** The stretches that lie between two distances from the end, in pixels. */
export function numbersBetween(from: number, to: number, stretches: readonly Stretch[], heights: ReadonlyMap<number, number>): Set<number> {
  const between = new Set<number>()
  let below = 0
  for (let at = stretches.length - 1; at >= 0; at--) {
    const stretch = stretches[at]
    if (!stretch) break
    const top = below + heightOf(stretch, heights) + gap
    if (top > from) between.add(stretch.number)
    if (top >= to) break
    below = top
  }
  return between
}

/** What a timeline is made of while only some of it is drawn: stretches, and one empty place for all that lie between two of them. */
export function drawnOf(stretches: readonly Stretch[], isDrawn: (stretch: Stretch) => boolean): (Stretch | Stretch[])[] {
  const all: (Stretch | Stretch[])[] = []
  for (const stretch of stretches) {
    const last = all.at(-1)
    if (isDrawn(stretch)) all.push(stretch)
    else if (Array.isArray(last)) last.push(stretch)
    else all.push([stretch])
  }
  return all
}

/** How tall the empty place for these is. */
export const heightOfAll = (stretches: readonly Stretch[], heights: ReadonlyMap<number, number>) =>
  stretches.reduce((sum, one) => sum + heightOf(one, heights) + gap, -gap)
