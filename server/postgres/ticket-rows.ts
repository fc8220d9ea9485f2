import type { Pool } from 'pg'
import type { Channel } from '../../shared/entry.ts'
import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import type { ShownTarget } from '../../shared/target.ts'
import { type Code, type Impact, type Priority, type TicketStatus, ticketLabel, type Urgency } from '../../shared/ticket.ts'
import { patternsFor, piecesOf, snippetOf, type Word } from './ticket-words.ts'
import { inOneVolley, type Statements } from './volley.ts'

/** A ticket with the names that belong to it, as pg reads it. */
interface Row {
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
  promised_until: Date | null
  targets: ShownTarget[] | null
  work_team_id: string | null
  work_team: string | null
  incident_id: string | null
  incident: string | null
  survivor: string | null
}

/**
 * These tickets as lists show them, in this order, with what was looked for marked. Whatever belongs to them is asked for only
 * now that it is known which they are, by statements that are planned once.
 */
export async function shownRows(pool: Pool, ids: string[], words: readonly Word[]): Promise<TicketRow[]> {
  if (ids.length === 0) return []
  const [rows, texts] = await inOneVolley(pool, (statements) =>
    Promise.all([readRows(statements, ids), words.length > 0 ? textsWith(statements, ids, words) : new Map<string, string>()]),
  )
  return rows.map((row) => shown(row, words, texts.get(row.conversation_id) ?? ''))
}

async function readRows(statements: Statements, ids: string[]): Promise<Row[]> {
  const { rows } = await statements.query<Row>({
    name: 'ticket-rows',
    text: `select tickets.conversation_id, tickets.number, tickets.subject, category, category_id, impact, urgency, code, priority, tickets.status, channel,
        tickets.opened_at, tickets.changed_at, tickets.requester_id, tickets.team_id, communication_owner, work_owner, promised_until, work_team_id, work_teams.name as work_team, incident_id, incidents.title as incident,
        (select number from tickets as survivors where survivors.conversation_id = tickets.merged_into) as survivor,
        tickets.targets, conversations.status as talk, requesters.name as requester, requesters.verified, teams.name as team,
        communicators.name as communicator, workers.name as worker, (
          with recursive above as (
            select parent_id, name as path from categories where id = category_id
            union all select categories.parent_id, categories.name || ' / ' || path from above join categories on categories.id = above.parent_id)
          select path from above where parent_id is null) as path
      from unnest($1::uuid[]) with ordinality as found (id, turn)
      join tickets on tickets.conversation_id = found.id
      join conversations on conversations.id = found.id
      join requesters on requesters.id = tickets.requester_id
      join teams on teams.id = tickets.team_id
      left join teams as work_teams on work_teams.id = work_team_id
      left join incidents on incidents.id = incident_id
      left join agents as communicators on communicators.id = communication_owner
      left join agents as workers on workers.id = work_owner
      order by turn`,
    values: [ids],
  })
  return rows
}

/** The latest text of each ticket that holds one of the words. What the subject repeats comes last: it is read there already. */
async function textsWith(statements: Statements, ids: string[], words: readonly Word[]): Promise<Map<string, string>> {
  const { rows } = await statements.query<{ id: string; text: string }>({
    name: 'ticket-texts',
    text: `select conversation_id as id, found.text from tickets cross join lateral (
        select coalesce(body ->> 'text', body ->> 'resolution') as text from entries
        where entries.conversation_id = tickets.conversation_id and kind in ('said', 'noted', 'resolved')
          and coalesce(body ->> 'text', body ->> 'resolution') ilike any ($2::text[])
        order by starts_with(coalesce(body ->> 'text', body ->> 'resolution'), rtrim(subject, '…')),
          coalesce(after, seq) desc, lane, seq desc limit 1) as found
      where conversation_id = any($1::uuid[])`,
    values: [ids, patternsFor(words)],
  })
  return new Map(rows.map(({ id, text }) => [id, text]))
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
    targets: row.targets ?? [],
    workTeam: named(row.work_team_id, row.work_team),
    mergedInto: row.survivor === null ? null : Number(row.survivor),
    incident: named(row.incident_id, row.incident),
    promisedUntil: row.promised_until?.toISOString() ?? null,
    running: row.talk === 'waiting' || row.talk === 'active' || row.talk === 'held',
    channel: row.channel,
    openedAt: row.opened_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  }
}

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
