import type { Conversation } from '../../shared/conversation.ts'
import { type Cell, type Columns, given } from './given.ts'
import type { Statements } from './volley.ts'

const ticketColumns: Columns = {
  conversation: 'uuid',
  number: 'bigint',
  status: 'word',
  subject: 'text',
  category: 'text',
  impact: 'word',
  urgency: 'word',
  priority: 'int',
  channel: 'word',
  team: 'uuid',
  requester: 'uuid',
  communication_owner: 'uuid',
  work_owner: 'uuid',
  resolution: 'text',
  code: 'word',
  opened: 'timestamptz',
  resolved: 'timestamptz',
  closed: 'timestamptz',
  changed: 'timestamptz',
  logged: 'timestamptz',
  category_id: 'uuid',
  duplicate_of: 'uuid',
  minutes: 'int',
  promised: 'timestamptz',
  work_team: 'uuid',
  asked: 'uuid',
  incident: 'uuid',
  incident_edition: 'int',
  parent: 'uuid',
  problem: 'uuid',
  merged: 'uuid',
}

/** Makes these conversations' tickets what their timelines left; `loggedAt` says when one was logged by what is written now. */
export function writeTickets(statements: Statements, changed: Conversation[], loggedAt: (id: string) => string | null) {
  const rows = changed.map((conversation) => ticketRow(conversation, loggedAt(conversation.id)))
  const tickets = given('ticket', ticketColumns, rows)
  return statements.query({
    name: `write-tickets-${tickets.shape}`,
    text: `insert into tickets (conversation_id, number, status, subject, category, impact, urgency, priority, channel, team_id, requester_id,
        communication_owner, work_owner, resolution, code, opened_at, resolved_at, closed_at, changed_at, logged_at,
        category_id, duplicate_of, minutes, promised_until, work_team_id, asked_id, incident_id, incident_edition, parent_id, problem_id, merged_into)
      select * from ${tickets.from}
      on conflict (conversation_id) do update set status = excluded.status, subject = excluded.subject, category = excluded.category,
        impact = excluded.impact, urgency = excluded.urgency, priority = excluded.priority, channel = excluded.channel,
        team_id = excluded.team_id, communication_owner = excluded.communication_owner, work_owner = excluded.work_owner,
        resolution = excluded.resolution, code = excluded.code, resolved_at = excluded.resolved_at, closed_at = excluded.closed_at,
        changed_at = excluded.changed_at, logged_at = coalesce(excluded.logged_at, tickets.logged_at), indexed_at = null,
        duplicate_of = excluded.duplicate_of, minutes = excluded.minutes,
        promised_until = excluded.promised_until, work_team_id = excluded.work_team_id, asked_id = excluded.asked_id,
        incident_id = excluded.incident_id, incident_edition = excluded.incident_edition,
        parent_id = excluded.parent_id, problem_id = excluded.problem_id, merged_into = excluded.merged_into,
        category_id = case when excluded.category is distinct from tickets.category then excluded.category_id
          else coalesce(excluded.category_id, tickets.category_id) end`,
    values: tickets.values,
  })
}

/**
 * These tickets were logged, and nothing else of them changed: no index of theirs needs to know. Their words are read anew only if
 * something was written since they were read.
 */
export function noteLogged(statements: Statements, logged: Conversation[], at: string) {
  const rows = logged.map(({ id, last }) => [id, last.public + last.internal - 1])
  const tickets = given('logged', { id: 'uuid', entries: 'int' }, rows, 2)
  return statements.query({
    name: `note-logged-${tickets.shape}`,
    text: `update tickets set logged_at = $1, indexed_at = case when indexed_entries = logged.entries then indexed_at end
      from ${tickets.from} where conversation_id = logged.id`,
    values: [at, ...tickets.values],
  })
}

const ticketRow = ({ ticket, ...conversation }: Conversation, loggedAt: string | null): Cell[] => [
  conversation.id,
  ticket.number,
  ticket.status,
  ticket.subject,
  ticket.category,
  ticket.impact,
  ticket.urgency,
  ticket.priority,
  conversation.channel,
  ticket.team,
  conversation.requester,
  ticket.communicationOwner,
  ticket.workOwner,
  ticket.resolution,
  ticket.code,
  ticket.openedAt,
  ticket.resolvedAt,
  ticket.closedAt,
  conversation.changedAt,
  loggedAt,
  ticket.categoryId ?? null,
  ticket.code === 'duplicate' ? (ticket.duplicateOf ?? null) : null,
  ticket.minutes ?? null,
  ticket.promise?.until ?? null,
  ticket.escalation?.team ?? null,
  ticket.escalation?.asked?.agent ?? null,
  ticket.incident?.id ?? null,
  ticket.incident?.edition ?? null,
  ticket.parent ?? null,
  ticket.problem ?? null,
  ticket.mergedInto?.conversation ?? null,
]
