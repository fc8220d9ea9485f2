import { byTime } from '../../shared/by-time.ts'
import type { Connection } from '../../shared/client/connection.ts'
import type { Entry } from '../../shared/entry.ts'
import type { TicketView } from '../../shared/protocol/ticket.ts'
import { ticketLabel } from '../../shared/ticket.ts'

/** A line as it is printed; where several tickets are read as one, each names its own. */
export interface Printed {
  entry: Entry
  from: string | null
}

/** All that ever happened in a ticket and in those that go on in it. */
export async function wholeTicket(connection: Connection, { conversation, ticket, related }: TicketView): Promise<Printed[]> {
  const merged = related.filter(({ is }) => is === 'merged')
  const labels = [ticketLabel(ticket.number), ...merged.map(({ label }) => label)]
  const timelines: Entry[][] = []
  for (const id of [conversation.id, ...merged.map((one) => one.conversation)]) timelines.push(await wholeTimeline(connection, id))
  return [...byTime(timelines)].map(({ strand, entry }) => ({ entry, from: merged.length > 0 ? (labels[strand] ?? null) : null }))
}

/** All that ever happened in a conversation, in the order people see. */
async function wholeTimeline(connection: Connection, conversation: string): Promise<Entry[]> {
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
