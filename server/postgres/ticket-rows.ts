import type { Pool } from 'pg'
import type { Channel } from '../../shared/entry.ts'
import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import { type Code, type Impact, type Priority, type TicketStatus, ticketLabel, type Urgency } from '../../shared/ticket.ts'
import { patternsFor, piecesOf, snippetOf, type Word } from './ticket-words.ts'

/** A ticket with the names that belong to it, as pg reads it. */
export interface Row {
  conversation_id: string
  number: string
  subject: string
  category: string | null
  category_id: string | null
  /** As the tree has it now. */
  path: string | null
  impact: Impact
  urgency: Urgency
  code: Code | null
  talk: string
  /** Its place in the order of the list. */
  place: string[]
  priority: Priority
  status: TicketStatus
  channel: Channel
  opened_at: Date
  changed_at: Date
  requester_id: string
  requester: string
  verified: boolean
  team_id: string
  team: string
  communication_owner: string | null
  communicator: string | null
  work_owner: string | null
  worker: string | null
  /** How many there are in all, where that was counted on the way. */
  total: number | null
}

/** What the inner statement of `readRows` brings from the tickets; never the text index itself. */
export const columns =
  'conversation_id, number, subject, category, category_id, impact, urgency, code, priority, status, channel, opened_at, changed_at, requester_id, team_id, communication_owner, work_owner'

/** Reads what the inner statement finds, in its order: `columns`, a `place` and a `total`. */
export async function readRows(pool: Pool, inner: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `with recursive found as (select sorted.*, row_number() over () as turn from (${inner}) as sorted),
     above as (
       select id as start, parent_id, name as path from categories where id in (select category_id from found)
       union all
       select start, categories.parent_id, categories.name || ' / ' || path from above join categories on categories.id = above.parent_id)
     select found.*, above.path, conversations.status as talk, requesters.name as requester, requesters.verified, teams.name as team,
       communicators.name as communicator, workers.name as worker
     from found
     join conversations on conversations.id = found.conversation_id
     join requesters on requesters.id = found.requester_id
     join teams on teams.id = found.team_id
     left join agents as communicators on communicators.id = found.communication_owner
     left join agents as workers on workers.id = found.work_owner
     left join above on above.start = found.category_id and above.parent_id is null
     order by turn`,
    values,
  )
  return rows
}

/** Rows as lists show them, with what was looked for marked. */
export async function shownRows(pool: Pool, rows: Row[], words: readonly Word[]): Promise<TicketRow[]> {
  const texts = words.length > 0 ? await textsWith(pool, rows, words) : new Map<string, string>()
  return rows.map((row) => shown(row, words, texts.get(row.conversation_id) ?? ''))
}

/** The latest text of each ticket that holds one of the words. What the subject repeats comes last: it is read there already. */
async function textsWith(pool: Pool, rows: Row[], words: readonly Word[]): Promise<Map<string, string>> {
  const found = await pool.query<{ id: string; text: string }>(
    `select wanted.id, found.text from unnest($1::uuid[], $3::text[]) as wanted (id, subject) cross join lateral (
       select coalesce(body ->> 'text', body ->> 'resolution') as text from entries
       where conversation_id = wanted.id and kind in ('said', 'noted', 'resolved')
         and coalesce(body ->> 'text', body ->> 'resolution') ilike any ($2::text[])
       order by starts_with(coalesce(body ->> 'text', body ->> 'resolution'), rtrim(wanted.subject, '…')),
         coalesce(after, seq) desc, lane, seq desc limit 1) as found`,
    [rows.map((row) => row.conversation_id), patternsFor(words), rows.map((row) => row.subject)],
  )
  return new Map(found.rows.map(({ id, text }) => [id, text]))
}

/** What a text says beyond the subject that it began. */
function beyondSubject(text: string, subject: string) {
  const begun = subject.replace(/…$/, '')
  return begun && text.startsWith(begun) ? text.slice(begun.length) : text
}

function shown(row: Row, words: readonly Word[], text: string): TicketRow {
  const number = Number(row.number)
  return {
    conversation: row.conversation_id,
    number,
    label: ticketLabel(number),
    subject: piecesOf(row.subject, words),
    snippet: snippetOf(beyondSubject(text, row.subject), words),
    requester: { id: row.requester_id, name: row.requester, verified: row.verified },
    team: { id: row.team_id, name: row.team },
    communicationOwner: named(row.communication_owner, row.communicator),
    workOwner: named(row.work_owner, row.worker),
    category: row.path ?? row.category,
    categoryId: row.category_id,
    impact: row.impact,
    urgency: row.urgency,
    priority: row.priority,
    status: row.status,
    code: row.code,
    running: row.talk === 'waiting' || row.talk === 'active' || row.talk === 'held',
    channel: row.channel,
    openedAt: row.opened_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  }
}

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
