import type { Conversation } from './conversation.ts'
import type { Entry } from './entry.ts'
import { evolveTicket } from './ticket.ts'

/** A conversation as its first entry leaves it. */
export function openedBy(entry: Entry): Conversation {
  if (entry.kind !== 'opened' || !entry.act) throw new Error('A timeline begins with an opened entry')
  const ticket = evolveTicket(null, entry)
  if (!ticket) throw new Error('A timeline begins with a ticket')
  return {
    id: entry.act,
    number: entry.number,
    status: entry.entrance === 'line' ? 'waiting' : 'unrouted',
    channel: entry.channel,
    requester: entry.requester,
    requesterName: entry.body?.name ?? '',
    verified: entry.verified,
    team: entry.team,
    topic: entry.topic,
    ...(entry.body?.answers && { answers: entry.body.answers }),
    ...(entry.language && { language: entry.language }),
    openedAt: entry.at,
    agent: null,
    joined: [],
    waitingSince: entry.entrance === 'line' ? entry.at : null,
    agedFrom: entry.at,
    offer: null,
    passedBy: {},
    absentSince: null,
    unansweredSince: entry.at,
    endedAt: null,
    rated: false,
    last: { public: 0, internal: 0 },
    logged: null,
    changedAt: entry.at,
    ticket,
  }
}
