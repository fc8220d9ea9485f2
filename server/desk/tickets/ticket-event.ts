import { type Conversation, evolve } from '../../../shared/conversation.ts'
import { type Answer, type Channel, type Entry, isPublic, type Lane, type PublicEntry } from '../../../shared/entry.ts'
import type { Named } from '../../../shared/people.ts'
import { type Ticket, ticketLabel } from '../../../shared/ticket.ts'

/** A logged record as other systems get it. docs/webhook.md describes it. */
export interface TicketEvent {
  /** The same over all tries: whoever knows it already has done the work. */
  id: string
  kind: 'ticket.logged'
  at: string
  ticket: Ticket & {
    label: string
    conversation: string
    channel: Channel
    conversationStatus: Conversation['status']
    endedAt: string | null
    requester: { id: string; name: string; email: string | null; verified: boolean }
    /** To what the desk asked besides; the first message has them as well. */
    answers: Answer[]
    teamName: string | null
    stars: number | null
  }
  /** Names for the ids of agents, as they are now. */
  people: Named[]
  /** What everybody in the conversation saw, in order. Notes stay in the house. */
  transcript: Omit<PublicEntry, 'act' | 'lane'>[]
  /** Over which entries the hash goes; `npm run verify` computes it anew. */
  hash: { algorithm: 'sha256'; upTo: Record<Lane, number>; value: string }
}

/** What is known when an event is sent. */
export interface LoggedFacts {
  id: string
  at: string
  upTo: Record<Lane, number>
  sha256: string
  /** Up to these numbers. */
  entries: Entry[]
  people: Named[]
  teamName: string | null
}

/** The record as it was logged: folded from the entries up to then, so that each try says the same. */
export function ticketEvent({ id, at, upTo, sha256, entries, people, teamName }: LoggedFacts): TicketEvent {
  const conversation = entries.reduce<Conversation | null>(evolve, null)
  if (!conversation) throw new Error('An event of a conversation without entries')
  const transcript = entries.filter(isPublic)
  return {
    id,
    kind: 'ticket.logged',
    at,
    ticket: { ...conversation.ticket, ...aboutContact(conversation, transcript), teamName },
    people,
    transcript: transcript.map(({ act, lane, ...entry }) => entry),
    hash: { algorithm: 'sha256', upTo, value: sha256 },
  }
}

function aboutContact(conversation: Conversation, transcript: PublicEntry[]) {
  const { number, id, channel, status, endedAt, requester, requesterName, verified, answers = [] } = conversation
  const opened = transcript.find((entry) => entry.kind === 'opened')
  const rated = transcript.findLast((entry) => entry.kind === 'rated')
  return {
    label: ticketLabel(number),
    conversation: id,
    channel,
    conversationStatus: status,
    endedAt,
    requester: { id: requester, name: requesterName, email: opened?.body?.email ?? null, verified },
    answers,
    stars: rated?.stars ?? null,
  }
}
