import type { Pool } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { TicketView } from '../../shared/protocol/ticket.ts'
import type { Heard } from '../../shared/protocol.ts'
import type { Tickets } from '../desk/tickets.ts'
import { readNames } from './people.ts'
import { listTickets } from './ticket-list.ts'

/** The records of all contacts. Give it the pool for reading, so that a slow search keeps no message waiting. */
export const ticketsIn = (pool: Pool): Tickets => ({
  list: (reach, wanted) => listTickets(pool, reach, wanted),
  read: (which) => readTicket(pool, which),
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

async function readTicket(pool: Pool, which: Heard<'ticket:read'>): Promise<TicketView | null> {
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
  return rows[0] ? viewOf(pool, rows[0]) : null
}

async function viewOf(pool: Pool, { state, name, email, verified, team, logged_at, sha256, people }: Row): Promise<TicketView> {
  const { agent, joined, offer, ticket } = state
  const ids = [agent, offer?.agent, ticket.communicationOwner, ticket.workOwner, ...joined, ...people]
  return {
    ticket,
    conversation: state,
    requester: { id: state.requester, name, email, verified },
    team: { id: state.team, name: team },
    names: await readNames(pool, [...new Set(ids.filter((id) => typeof id === 'string'))]),
    logged: logged_at && sha256 ? { at: logged_at.toISOString(), sha256 } : null,
  }
}
