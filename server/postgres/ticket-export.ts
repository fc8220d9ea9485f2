import type { Pool } from 'pg'
import type { Entry } from '../../shared/entry.ts'
import type { TicketQuery } from '../../shared/protocol/view.ts'
import { refuse } from '../../shared/refusal.ts'
import type { ExportRow } from '../desk/tickets/csv.ts'
import type { Exports } from '../desk/tickets/exporting.ts'
import type { TicketReach } from '../desk/tickets/tickets.ts'
import { audited } from './audit.ts'
import { readSince } from './entries.ts'
import { readNames } from './people.ts'
import { conditionsOf, type Put, parameters, where } from './ticket-conditions.ts'
import { soughtIn } from './ticket-words.ts'

const atOnce = 500
/** A timeline that is longer would fill the memory of the process; it can still be read page by page. */
const longestTimeline = 50_000

/** Reads from the pool that chats do not live on; writes the audit log with the other. */
export const exportsIn = (readPool: Pool, pool: Pool): Exports => ({
  entries: (conversation, internal) => readTimeline(readPool, conversation, internal),
  names: (ids) => readNames(readPool, ids),
  count: (reach, query) => count(readPool, reach, query),
  rows: (reach, query) => readRows(readPool, reach, query),
  log: (by, { what, ...taken }) =>
    audited(pool, by, async (_, write) => {
      const subject = 'ticket' in taken ? taken.ticket : null
      const after = 'ticket' in taken ? { format: taken.format, notes: taken.notes } : taken
      await write({ what, subject, after })
    }),
})

/** All that ever happened in a conversation, in order. */
export async function readTimeline(pool: Pool, conversation: string, internal: boolean): Promise<Entry[]> {
  const all: Entry[] = []
  const since = { public: 0, internal: 0 }
  for (;;) {
    const { entries, more } = await readSince(pool, conversation, { since, limit: atOnce, internal })
    for (const { lane, seq } of entries) since[lane] = Math.max(since[lane], seq)
    all.push(...entries)
    if (!more) return all
    if (all.length > longestTimeline) refuse('too-large')
  }
}

function conditions(reach: TicketReach, { filters, words }: TicketQuery, put: Put): string[] {
  const narrowed = conditionsOf(reach, filters, put)
  if (words === '') return narrowed
  const { number, onlyNumber, query } = soughtIn(words)
  const found = [
    ...(number === null ? [] : [`number = ${put(number)}`]),
    ...(onlyNumber || query === '' ? [] : [`search @@ to_tsquery('simple', ${put(query)})`]),
  ]
  return [...narrowed, found.length > 0 ? `(${found.join(' or ')})` : 'false']
}

async function count(pool: Pool, reach: TicketReach, query: TicketQuery): Promise<number> {
  const { values, put } = parameters()
  const { rows } = await pool.query<{ count: number }>(`select count(*)::int from tickets ${where(conditions(reach, query, put))}`, values)
  return rows[0]?.count ?? 0
}

type Row = Omit<ExportRow, 'number' | 'openedAt' | 'changedAt' | 'resolvedAt' | 'closedAt' | 'promisedUntil'> & {
  promised_until: Date | null
  number: string
  opened_at: Date
  changed_at: Date
  resolved_at: Date | null
  closed_at: Date | null
}

async function* readRows(pool: Pool, reach: TicketReach, query: TicketQuery): AsyncGenerator<ExportRow[]> {
  let below: string | null = null
  do {
    const rows: Row[] = await readSome(pool, reach, query, below)
    if (rows.length > 0) yield rows.map(shown)
    below = rows.length === atOnce ? (rows.at(-1)?.number ?? null) : null
  } while (below !== null)
}

async function readSome(pool: Pool, reach: TicketReach, query: TicketQuery, below: string | null): Promise<Row[]> {
  const { values, put } = parameters()
  const all = where([...(below === null ? [] : [`number < ${put(below)}::bigint`]), ...conditions(reach, query, put)])
  const { rows } = await pool.query<Row>(
    `with recursive found as (select * from tickets ${all} order by number desc limit ${atOnce}),
     above as (
       select id as start, parent_id, name as path from categories where id in (select category_id from found)
       union all
       select start, categories.parent_id, categories.name || ' / ' || path from above join categories on categories.id = above.parent_id)
     select found.number, found.subject, found.status, found.priority, found.impact, found.urgency, coalesce(above.path, found.category) as category,
       teams.name as team, communicators.name as owner, workers.name as "workOwner", requesters.name as requester, requesters.email,
       requesters.verified, found.channel, found.opened_at, found.changed_at, found.resolved_at, found.closed_at, found.code,
       originals.number::int as "duplicateOf", survivors.number::int as "mergedInto", found.resolution, found.minutes, workers_team.name as "workTeam", found.promised_until, coalesce(found.targets, '[]') as targets
     from found
     join requesters on requesters.id = found.requester_id
     join teams on teams.id = found.team_id
     left join agents as communicators on communicators.id = found.communication_owner
     left join agents as workers on workers.id = found.work_owner
     left join teams as workers_team on workers_team.id = found.work_team_id
     left join tickets as originals on originals.conversation_id = found.duplicate_of
     left join tickets as survivors on survivors.conversation_id = found.merged_into
     left join above on above.start = found.category_id and above.parent_id is null
     order by found.number desc`,
    values,
  )
  return rows
}

const shown = ({ number, opened_at, changed_at, resolved_at, closed_at, promised_until, ...row }: Row): ExportRow => ({
  ...row,
  number: Number(number),
  openedAt: opened_at.toISOString(),
  changedAt: changed_at.toISOString(),
  resolvedAt: resolved_at?.toISOString() ?? null,
  closedAt: closed_at?.toISOString() ?? null,
  promisedUntil: promised_until?.toISOString() ?? null,
})
