import type { Entry } from './entry.ts'

/** A line of one of several timelines, and by when it stands among the others. */
interface Placed<One> {
  /** Which of them. */
  strand: number
  entry: One
  at: string
}

/** The lines of several timelines by time, and those of one in its own order. */
export function* byTime<One extends Pick<Entry, 'at'>>(strands: readonly (readonly One[])[]): Generator<Placed<One>> {
  const heads = strands.map((entries) => ({ entries, next: 0, at: entries[0]?.at ?? '' }))
  for (;;) {
    let first = -1
    for (const [strand, { entries, next, at }] of heads.entries())
      if (next < entries.length && (first < 0 || at < (heads[first]?.at ?? ''))) first = strand
    const head = heads[first]
    const entry = head?.entries[head.next]
    if (!head || !entry) return
    yield { strand: first, entry, at: head.at }
    head.next += 1
    // Clocks of two processes differ a little; what stands behind another line stays there.
    const following = head.entries[head.next]?.at ?? head.at
    if (following > head.at) head.at = following
  }
}
