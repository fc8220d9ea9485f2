import { randomUUID } from 'node:crypto'
import type { Conversation } from '../../shared/conversation.ts'
import type { Entry } from '../../shared/entry.ts'
import type { Standing } from '../../shared/queue.ts'
import { bytesArray, jsonArray, plainArray } from './arrays.ts'
import { saltedDigest } from './digest.ts'
import { writeFiles } from './files-said.ts'
import type { Statements } from './volley.ts'
import type { Work } from './work.ts'

/** An entry on its way to its row. */
export interface Written {
  conversation: string
  entry: Entry
  ordinal: number
  salt: Buffer
  actDigest: Buffer | null
}

/** Writes all that a transaction's steps left: new conversations, entries with summaries, tickets, standings, outbox. All at once. */
export function writeAll(statements: Statements, work: Work): Promise<unknown>[] {
  if (work.written.length === 0) return []
  const changed = changedConversations(work)
  const opened = changed.filter(({ id }) => !work.locked.has(id))
  const ticketed = changed.filter((conversation) => touchesTicket(work, conversation.id))
  return [
    ...(opened.length > 0 ? [insertConversations(statements, work, opened)] : []),
    insertEntries(
      statements,
      work,
      changed.filter(({ id }) => work.locked.has(id)),
    ),
    ...(ticketed.length > 0 ? [writeTickets(statements, work, ticketed)] : []),
    ...updateStandings(statements, work),
    ...writeSpeakers(statements, work),
    ...writeOutbox(statements, work),
    ...writeFiles(statements, work.written),
  ]
}

function changedConversations({ written, conversations }: Work): Conversation[] {
  const ids = new Set(written.map(({ conversation }) => conversation))
  return [...ids].flatMap((id) => conversations.get(id) ?? [])
}

const entriesOf = ({ written }: Work, id: string) => written.filter(({ conversation }) => conversation === id).map(({ entry }) => entry)
/** Talk leaves the ticket as it is. */
const touchesTicket = (work: Work, id: string) =>
  work.written.some(
    ({ conversation, entry }) => conversation === id && entry.kind !== 'said' && entry.kind !== 'noted' && entry.kind !== 'offered',
  )

/** New ones, as all their first entries leave them. */
function insertConversations(statements: Statements, work: Work, opened: Conversation[]) {
  return statements.query({
    name: 'insert-conversations',
    text: `insert into conversations (id, state, status, team_id, agent_id, offered_to, waiting_since, last_public, last_internal, changed_at,
        due_at, number, requester_id, opened_at)
      select * from unnest($1::uuid[], $2::jsonb[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::int[], $9::int[],
        $10::timestamptz[], $11::timestamptz[], $12::bigint[], $13::uuid[], $14::timestamptz[])`,
    values: [
      ...conversationColumns(work, opened),
      opened.map(({ number }) => number),
      opened.map(({ requester }) => requester),
      opened.map(({ openedAt }) => openedAt),
    ],
  })
}

/** What changes of conversations, each column an array. */
function conversationColumns({ memory, directory }: Work, conversations: Conversation[]): unknown[] {
  return [
    conversations.map(({ id }) => id),
    jsonArray(conversations),
    conversations.map(({ status }) => status),
    conversations.map(({ team }) => team),
    conversations.map(({ agent }) => agent),
    conversations.map(({ offer }) => offer?.agent ?? null),
    conversations.map(({ waitingSince }) => waitingSince),
    conversations.map(({ last }) => last.public),
    conversations.map(({ last }) => last.internal),
    conversations.map(({ changedAt }) => changedAt),
    conversations.map((conversation) => memory.rules.dueAt(conversation, directory)?.toISOString() ?? null),
  ]
}

/** One statement for the two writes that every message needs: its row, and its conversation's summary. */
function insertEntries(statements: Statements, work: Work, changed: Conversation[]) {
  return statements.query({
    name: 'insert-entries',
    text: `with added as (
        insert into entries (conversation_id, lane, seq, after, at, by, kind, data, act, ordinal, act_digest, body, salt, digest)
        select * from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::timestamptz[], $6::uuid[], $7::text[], $8::jsonb[],
          $9::uuid[], $10::int[], $11::bytea[], $12::jsonb[], $13::bytea[], $14::bytea[])
      )
      update conversations set state = new.state, status = new.status, team_id = new.team, agent_id = new.agent, offered_to = new.offered,
        waiting_since = new.waiting, last_public = new.last_public, last_internal = new.last_internal, changed_at = new.changed_at,
        due_at = new.due, claimed_until = null
      from unnest($15::uuid[], $16::jsonb[], $17::text[], $18::uuid[], $19::uuid[], $20::uuid[], $21::timestamptz[], $22::int[],
        $23::int[], $24::timestamptz[], $25::timestamptz[])
        as new (id, state, status, team, agent, offered, waiting, last_public, last_internal, changed_at, due)
      where conversations.id = new.id`,
    values: [...entryColumns(work.written), ...conversationColumns(work, changed)],
  })
}

/** Entries as the columns of their rows, each an array. */
export const entryColumns = (written: Written[]): string[] => [
  plainArray(written.map(({ conversation }) => conversation)),
  plainArray(written.map(({ entry }) => entry.lane)),
  plainArray(written.map(({ entry }) => entry.seq)),
  plainArray(written.map(({ entry }) => ('after' in entry ? entry.after : null))),
  plainArray(written.map(({ entry }) => entry.at)),
  plainArray(written.map(({ entry }) => entry.by)),
  plainArray(written.map(({ entry }) => entry.kind)),
  jsonArray(written.map(({ entry }) => dataOf(entry))),
  plainArray(written.map(({ entry }) => entry.act ?? null)),
  plainArray(written.map(({ ordinal }) => ordinal)),
  bytesArray(written.map(({ actDigest }) => actDigest)),
  jsonArray(written.map(({ entry }) => bodyOf(entry))),
  bytesArray(written.map(({ salt }) => salt)),
  bytesArray(written.map(({ entry, salt }) => saltedDigest(salt, bodyOf(entry)))),
]

const bodyOf = (entry: Entry) => ('body' in entry ? entry.body : null)

/** What an entry says beyond what every entry has. */
function dataOf(entry: Entry): object | null {
  if (entry.kind === 'said' || (entry.kind === 'noted' && !entry.to)) return null
  const { kind, lane, seq, at, by, act, body, after, ...data } = { after: null, body: null, act: null, ...entry }
  return Object.keys(data).length > 0 ? data : null
}

const columnsOf = (rows: unknown[][], width: number) => Array.from({ length: width }, (_, column) => rows.map((row) => row[column]))

function writeTickets(statements: Statements, work: Work, changed: Conversation[]) {
  const loggedAt = (id: string) => entriesOf(work, id).findLast(({ kind }) => kind === 'logged')?.at ?? null
  const rows = changed.map((conversation) => {
    const { ticket } = conversation
    return [
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
      loggedAt(conversation.id),
      ticket.categoryId ?? null,
      ticket.code === 'duplicate' ? (ticket.duplicateOf ?? null) : null,
      ticket.minutes ?? null,
    ]
  })
  return statements.query({
    name: 'write-tickets',
    text: `insert into tickets (conversation_id, number, status, subject, category, impact, urgency, priority, channel, team_id, requester_id,
        communication_owner, work_owner, resolution, code, opened_at, resolved_at, closed_at, changed_at, logged_at,
        category_id, duplicate_of, minutes)
      select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::text[],
        $10::uuid[], $11::uuid[], $12::uuid[], $13::uuid[], $14::text[], $15::text[], $16::timestamptz[], $17::timestamptz[],
        $18::timestamptz[], $19::timestamptz[], $20::timestamptz[], $21::uuid[], $22::uuid[], $23::int[])
      on conflict (conversation_id) do update set status = excluded.status, subject = excluded.subject, category = excluded.category,
        impact = excluded.impact, urgency = excluded.urgency, priority = excluded.priority, channel = excluded.channel,
        team_id = excluded.team_id, communication_owner = excluded.communication_owner, work_owner = excluded.work_owner,
        resolution = excluded.resolution, code = excluded.code, resolved_at = excluded.resolved_at, closed_at = excluded.closed_at,
        changed_at = excluded.changed_at, logged_at = coalesce(excluded.logged_at, tickets.logged_at), indexed_at = null,
        duplicate_of = excluded.duplicate_of, minutes = excluded.minutes,
        category_id = case when excluded.category is distinct from tickets.category then excluded.category_id
          else coalesce(excluded.category_id, tickets.category_id) end`,
    values: columnsOf(rows, 23),
  })
}

/** Idle time begins anew with work that comes and work that goes, and not with what only rang. */
function updateStandings(statements: Statements, work: Work): Promise<unknown>[] {
  const worked = agentsAtWork(work)
  const changed = changedStandings(work)
  if (changed.length === 0) return []
  const update = statements.query({
    name: 'update-standings',
    text: `update standings set load = new.load, wish = new.wish, missed = new.missed, given_at = new.given,
        idle_since = case when new.worked then $6 else standings.idle_since end
      from unnest($1::uuid[], $2::float8[], $3::text[], $4::int[], $5::boolean[], $7::timestamptz[])
        as new (agent, load, wish, missed, worked, given)
      where standings.agent_id = new.agent`,
    values: [
      changed.map(({ agent }) => agent),
      changed.map(({ load }) => load),
      changed.map(({ wish }) => wish),
      changed.map(({ missed }) => missed),
      changed.map(({ agent }) => worked.has(agent)),
      work.now,
      changed.map(({ givenAt }) => givenAt ?? null),
    ],
  })
  return [update]
}

/** The standings that these steps write anew. */
export const changedStandings = (work: Work): Standing[] =>
  [...new Set([...work.touched, ...agentsAtWork(work)])].sort().flatMap((agent) => work.standings.get(agent) ?? [])

/** Who was given a conversation by these steps, or had one and has it no longer. */
function agentsAtWork(work: Work): Set<string> {
  const given = work.written.flatMap(({ entry }) => (entry.kind === 'assigned' ? [entry.agent] : []))
  const freed = changedConversations(work).flatMap((conversation) => {
    const before = ownerOf(work.locked.get(conversation.id))
    return before && before !== ownerOf(conversation) ? [before] : []
  })
  return new Set([...given, ...freed])
}

const ownerOf = (conversation: Conversation | undefined) =>
  conversation?.status === 'active' || conversation?.status === 'held' ? conversation.agent : null

/** Who speaks in a conversation without owning it, so that his list finds it. */
function writeSpeakers(statements: Statements, work: Work): Promise<unknown>[] {
  return changedConversations(work).flatMap(({ id, joined }) => {
    if ((work.locked.get(id)?.joined ?? []).join() === joined.join()) return []
    return [
      statements.query({ text: 'delete from speakers where conversation_id = $1 and agent_id <> all($2::uuid[])', values: [id, joined] }),
      statements.query({
        text: 'insert into speakers (conversation_id, agent_id) select $1, unnest($2::uuid[]) on conflict do nothing',
        values: [id, joined],
      }),
    ]
  })
}

function writeOutbox(statements: Statements, work: Work): Promise<unknown>[] {
  return changedConversations(work).flatMap((conversation) =>
    work.memory.rules.outgoing(conversation, entriesOf(work, conversation.id)).map(({ kind, payload }) =>
      statements.query({
        text: 'insert into outbox (id, kind, conversation_id, payload) values ($1, $2, $3, $4)',
        values: [randomUUID(), kind, conversation.id, JSON.stringify(payload)],
      }),
    ),
  )
}
