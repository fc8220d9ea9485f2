import type { Pool } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { LinkedTicket, RelatedTicket, Relation } from '../../shared/protocol/ticket.ts'
import { type TicketStatus, ticketLabel } from '../../shared/ticket.ts'
import type { TicketReach } from '../desk/tickets/tickets.ts'
import { conditionsOf, parameters, where } from './ticket-conditions.ts'

interface Row {
  conversation: string
  number: string
  subject: string
  status: TicketStatus
  is: Relation | 'survivor'
}

/** What a ticket has to do with others, from both sides and over several mergers, as far as the reader may see them. */
export async function readRelated(
  pool: Pool,
  reach: TicketReach,
  { id, ticket }: Conversation,
): Promise<{ related: RelatedTicket[]; mergedInto: LinkedTicket | null }> {
  const { values, put } = parameters()
  const own = put(id)
  const one = (other: string | null | undefined) => `${put(other ?? null)}::uuid`
  const { rows } = await pool.query<Row>(
    `with recursive merged as (
       select conversation_id from tickets where merged_into = ${own}::uuid
       union select tickets.conversation_id from tickets join merged on merged_into = merged.conversation_id),
     survivors as (
       select ${one(ticket.mergedInto?.conversation)} as id
       union select merged_into from tickets join survivors on conversation_id = survivors.id where merged_into is not null),
     related as (
       select conversation_id as id, 'merged' as bond from merged
       union all select conversation_id, 'part' from tickets where parent_id = ${own}::uuid
       union all select conversation_id, 'caused' from tickets where problem_id = ${own}::uuid
       union all select * from (values (${one(ticket.parent)}, 'parent'), (${one(ticket.problem)}, 'problem')) as named (id, bond) where id is not null
       union all select survivors.id, 'survivor' from survivors join tickets on conversation_id = survivors.id where merged_into is null)
     select conversation_id as conversation, number, subject, status, related.bond as "is"
     from related join tickets on tickets.conversation_id = related.id
     ${where(conditionsOf(reach, {}, put))} order by related.bond, number limit 200`,
    values,
  )
  const named = rows.map(({ number, ...row }) => ({ ...row, number: Number(number), label: ticketLabel(Number(number)) }))
  const survivor = named.find(({ is }) => is === 'survivor')
  return {
    related: named.flatMap(({ is, ...row }) => (is === 'survivor' ? [] : [{ ...row, is }])),
    mergedInto: survivor ? { ...survivor } : null,
  }
}
