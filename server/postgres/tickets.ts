import type { Pool } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { LinkedTicket, TicketView } from '../../shared/protocol/ticket.ts'
import type { Heard } from '../../shared/protocol.ts'
import { type TicketStatus, ticketLabel } from '../../shared/ticket.ts'
import type { TicketReach, Tickets } from '../desk/tickets/tickets.ts'
import { readNames } from './people.ts'
import { conditionsOf, parameters, where } from './ticket-conditions.ts'
import { readTimeline } from './ticket-export.ts'
import { readLikeness, readMinutes } from './ticket-like.ts'
import { listTickets } from './ticket-list.ts'
import { readRelated } from './ticket-related.ts'

/** The records of all contacts. Give it the pool for reading, so that a slow search keeps no message waiting. */
export const ticketsIn = (pool: Pool): Tickets => ({
  list: (reach, wanted) => listTickets(pool, reach, wanted),
  read: (reach, which) => readTicket(pool, reach, which),
  like: (reach, conversation) => readLikeness(pool, reach, conversation),
  minutesOn: (conversation) => readMinutes(pool, conversation),
  timeline: (conversation) => readTimeline(pool, conversation, true),
})

interface Row {
  state: Conversation
  name: string
  email: string | null
  verified: boolean
  team: string
  logged_at: Date | null
  sha256: string | null
  people: string[]
}

async function readTicket(pool: Pool, reach: TicketReach, which: Heard<'ticket:read'>): Promise<TicketView | null> {
  const { rows } = await pool.query<Row>(
    `select state, requesters.name, requesters.email, requesters.verified, teams.name as team,
       logged.at as logged_at, logged.data ->> 'sha256' as sha256,
       (select coalesce(array_agg(distinct by::text), '{}') from entries where conversation_id = conversations.id) as people
     from conversations
     join requesters on requesters.id = requester_id
     join teams on teams.id = team_id
     left join entries as logged on logged.conversation_id = conversations.id and logged.lane = 'internal'
       and logged.seq = (state -> 'logged' ->> 'internal')::int
     where conversations.id = $1 or conversations.number = $2`,
    'number' in which ? [null, which.number] : [which.conversation, null],
  )
  return rows[0] ? viewOf(pool, reach, rows[0]) : null
}

async function viewOf(pool: Pool, reach: TicketReach, row: Row): Promise<TicketView> {
  const { state, name, email, verified, team, logged_at, sha256, people } = row
  const { agent, joined, offer, ticket } = state
  const ids = [agent, offer?.agent, ticket.communicationOwner, ticket.workOwner, ...joined, ...people]
  const [names, linked, { related, mergedInto }] = await Promise.all([
    readNames(pool, [...new Set(ids.filter((id) => typeof id === 'string'))]),
    readLinked(pool, reach, state),
    readRelated(pool, reach, state),
  ])
  const original = ticket.code === 'duplicate' ? ticket.duplicateOf : undefined
  return {
    ticket,
    conversation: state,
    requester: { id: state.requester, name, email, verified },
    team: { id: state.team, name: team },
    names,
    logged: logged_at && sha256 ? { at: logged_at.toISOString(), sha256 } : null,
    duplicates: linked.filter(({ conversation }) => conversation !== original),
    duplicateOf: linked.find(({ conversation }) => conversation === original) ?? null,
    related,
    mergedInto,
  }
}

/** The one that it repeats and those that repeat it, as far as the reader may see them. */
async function readLinked(pool: Pool, reach: TicketReach, { id, ticket }: Conversation): Promise<LinkedTicket[]> {
  const { values, put } = parameters()
  const linked = `(duplicate_of = ${put(id)} or conversation_id = ${put(ticket.duplicateOf ?? null)})`
  const { rows } = await pool.query<{ conversation: string; number: string; subject: string; status: TicketStatus }>(
    `select conversation_id as conversation, number, subject, status from tickets ${where([linked, ...conditionsOf(reach, {}, put)])}
     order by number limit 100`,
    values,
  )
  return rows.map(({ number, ...row }) => ({ ...row, number: Number(number), label: ticketLabel(Number(number)) }))
}
