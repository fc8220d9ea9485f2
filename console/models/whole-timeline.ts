import type { Connection } from '../../shared/client/connection.ts'
import type { Entry } from '../../shared/entry.ts'

/** All that ever happened in a conversation, in the order people see. */
export async function wholeTimeline(connection: Connection, conversation: string): Promise<Entry[]> {
  const pages: Entry[][] = []
  let before = 2_147_483_647
  for (;;) {
    const { entries, more } = await connection.ask('conversation:page', { conversation, before })
    pages.unshift(entries)
    const first = entries.find(({ lane }) => lane === 'public')
    if (!more || !first) return pages.flatMap((page) => page.toSorted(inOrder))
    before = first.seq
  }
}

/** Public ones by number, and each internal one behind the public one that it follows. */
const inOrder = (one: Entry, other: Entry) =>
  placeOf(one) - placeOf(other) || Number(one.lane === 'internal') - Number(other.lane === 'internal') || one.seq - other.seq

const placeOf = (entry: Entry) => (entry.lane === 'public' ? entry.seq : entry.after)
