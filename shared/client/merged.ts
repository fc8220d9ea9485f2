import { byTime } from '../by-time.ts'
import type { Entry } from '../entry.ts'

/** One of several timelines that are read as one, as far as it is loaded. */
export interface Strand {
  /** In order. */
  entries: readonly Entry[]
  /** Whether older ones exist. */
  more: boolean
}

/** Several timelines as one. */
export interface Woven {
  /** By time, as far back as all of them are known: numbered through, since each counts for itself. */
  entries: Entry[]
  /** Those whose older pages come next. */
  behind: number[]
}

/** Where a line of several timelines came from. */
export interface Origin {
  strand: number
  entry: Entry
}

/**
 * Weaves timelines into one, by time. Which number a line gets depends on what came before it alone, so that neither older pages nor
 * news change it; a line to which nothing happened is the same object as before. `originOf` says what a line was in its own timeline.
 */
export function createWeaving() {
  const known = new WeakMap<Entry, { copy: Entry; name: string }>()
  const origins = new WeakMap<Entry, Origin>()

  function numbered(entry: Entry, strand: number, place: number, count: number): Entry {
    const seq = entry.lane === 'public' ? place : entry.seq * count + strand
    const name = `${strand} ${seq} ${place}`
    const before = known.get(entry)
    if (before?.name === name) return before.copy
    // One act may leave a line in each of them, such as the news of an incident: only the first one's go by their acts.
    const { act, ...rest } = entry
    const own = strand === 0 && act ? { act } : {}
    const copy: Entry = rest.lane === 'public' ? { ...rest, ...own, seq } : { ...rest, ...own, seq, after: place }
    known.set(entry, { copy, name })
    origins.set(copy, { strand, entry })
    return copy
  }

  function weave(strands: readonly Strand[]): Woven {
    const horizon = horizonOf(strands)
    const reached = strands.map(({ entries }) => (entries.find(({ lane }) => lane === 'public')?.seq ?? 1) - 1)
    const entries: Entry[] = []
    for (const { strand, entry, at } of byTime(strands.map(({ entries }) => entries))) {
      if (entry.lane === 'public') reached[strand] = entry.seq
      const place = reached.reduce((sum, one) => sum + one, 0)
      if (at > horizon.at || (at === horizon.at && strand >= horizon.strand)) entries.push(numbered(entry, strand, place, strands.length))
    }
    return { entries, behind: strands.flatMap(({ more, entries: [first] }, at) => (more && first && first.at >= horizon.at ? [at] : [])) }
  }

  return { weave, originOf: (entry: Entry) => origins.get(entry) }
}

/**
 * Before this line something may be missing: the first that is known of a timeline of which there is more. In the same moment those of
 * the timelines before it come first, and how many of its own come between is not known.
 */
const horizonOf = (strands: readonly Strand[]) =>
  strands.reduce(
    (latest, { more, entries: [first] }, strand) => (more && first && first.at >= latest.at ? { at: first.at, strand } : latest),
    { at: '', strand: 0 },
  )
