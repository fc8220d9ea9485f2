import { randomUUID } from 'node:crypto'
import type { Conversation } from '../../shared/conversation.ts'
import type { Entry } from '../../shared/entry.ts'
import type { Standing } from '../../shared/queue.ts'
import { entryColumns, entryFields, entryRow } from './entry-row.ts'
import { writeFiles } from './files-said.ts'
import { type Cell, type Columns, given } from './given.ts'
import { writeNews } from './news.ts'
import type { Statements } from './volley.ts'
import type { Work } from './work.ts'
import { writeTargets } from './write-targets.ts'
import { noteLogged, writeTickets } from './write-tickets.ts'

/** Writes all that a transaction's steps left: new conversations, entries with summaries, tickets, standings, outbox. All at once. */
export function writeAll(statements: Statements, work: Work): Promise<unknown>[] {
  if (work.written.length === 0) return []
  const changed = changedConversations(work)
  const opened = changed.filter(({ id }) => !work.locked.has(id))
  return [
    ...(opened.length > 0 ? [insertConversations(statements, work, opened)] : []),
    insertEntries(
      statements,
      work,
      changed.filter(({ id }) => work.locked.has(id)),
    ),
    ...writeTicketRows(statements, work, changed),
    ...updateStandings(statements, work),
    ...writeSpeakers(statements, work),
    ...writeOutbox(statements, work),
    ...writeNews(statements, work),
    ...writeFiles(statements, work.written),
  ]
}

function changedConversations({ written, conversations }: Work): Conversation[] {
  const ids = new Set(written.map(({ conversation }) => conversation))
  return [...ids].flatMap((id) => conversations.get(id) ?? [])
}

const entriesOf = ({ written }: Work, id: string) => written.filter(({ conversation }) => conversation === id).map(({ entry }) => entry)
const loggedAt = (work: Work, id: string) => entriesOf(work, id).findLast(({ kind }) => kind === 'logged')?.at ?? null
/** Talk leaves the ticket as it is, and so does its logging but for the moment. */
const leavesTicket: readonly Entry['kind'][] = ['said', 'noted', 'offered', 'logged']
const touchesTicket = (work: Work, id: string) => entriesOf(work, id).some(({ kind }) => !leavesTicket.includes(kind))

function writeTicketRows(statements: Statements, work: Work, changed: Conversation[]): Promise<unknown>[] {
  const touched = changed.filter(({ id }) => touchesTicket(work, id))
  const logged = changed.filter(({ id }) => !touchesTicket(work, id) && loggedAt(work, id))
  const timed = changed.filter((one) => one.clocks && (one.clocks !== work.locked.get(one.id)?.clocks || touched.includes(one)))
  return [
    ...(touched.length > 0 ? [writeTickets(statements, touched, (id) => loggedAt(work, id))] : []),
    ...(logged.length > 0 ? [noteLogged(statements, logged, work.at)] : []),
    ...(timed.length > 0 ? [writeTargets(statements, timed, (one) => work.memory.rules.targetsOf(one, work.directory))] : []),
  ]
}

/** New ones, as all their first entries leave them. */
function insertConversations(statements: Statements, work: Work, opened: Conversation[]) {
  const rows = opened.map((conversation) => [
    ...standOf(work, conversation),
    conversation.number,
    conversation.requester,
    conversation.openedAt,
  ])
  const openings = given('opening', { ...standColumns, number: 'bigint', requester: 'uuid', opened: 'timestamptz' }, rows)
  return statements.query({
    name: `insert-conversations-${openings.shape}`,
    text: `insert into conversations (id, state, status, team_id, agent_id, offered_to, waiting_since, last_public, last_internal, changed_at,
        due_at, number, requester_id, opened_at)
      select * from ${openings.from}`,
    values: openings.values,
  })
}

const standColumns: Columns = {
  id: 'uuid',
  state: 'jsonb',
  status: 'word',
  team: 'uuid',
  agent: 'uuid',
  offered: 'uuid',
  waiting: 'timestamptz',
  last_public: 'int',
  last_internal: 'int',
  changed_at: 'timestamptz',
  due: 'timestamptz',
}

/** What changes of a conversation. */
const standOf = ({ memory, directory }: Work, conversation: Conversation): Cell[] => [
  conversation.id,
  conversation,
  conversation.status,
  conversation.team,
  conversation.agent,
  conversation.offer?.agent ?? null,
  conversation.waitingSince,
  conversation.last.public,
  conversation.last.internal,
  conversation.changedAt,
  memory.rules.dueAt(conversation, directory)?.toISOString() ?? null,
]

/** One statement for the two writes that every message needs: its row, and its conversation's summary. */
function insertEntries(statements: Statements, work: Work, changed: Conversation[]) {
  const entries = given('entry', entryColumns, work.written.map(entryRow))
  const insert = `insert into entries (${entryFields}) select * from ${entries.from}`
  if (changed.length === 0) return statements.query({ name: `insert-entries-${entries.shape}`, text: insert, values: entries.values })
  const stands = given(
    'new',
    standColumns,
    changed.map((conversation) => standOf(work, conversation)),
    entries.values.length + 1,
  )
  return statements.query({
    name: `insert-entries-${entries.shape}-${stands.shape}`,
    text: `with added as (${insert})
      update conversations set state = new.state, status = new.status, team_id = new.team, agent_id = new.agent, offered_to = new.offered,
        waiting_since = new.waiting, last_public = new.last_public, last_internal = new.last_internal, changed_at = new.changed_at,
        due_at = new.due, claimed_until = null
      from ${stands.from} where conversations.id = new.id`,
    values: [...entries.values, ...stands.values],
  })
}

/** Idle time begins anew with work that comes and work that goes, and not with what only rang. */
function updateStandings(statements: Statements, work: Work): Promise<unknown>[] {
  const worked = agentsAtWork(work)
  const changed = changedStandings(work)
  if (changed.length === 0) return []
  const rows = changed.map(({ agent, load, wish, missed, givenAt }) => [agent, load, wish, missed, worked.has(agent), givenAt ?? null])
  const standings = given('new', standingColumns, rows, 2)
  const update = statements.query({
    name: `update-standings-${standings.shape}`,
    text: `update standings set load = new.load, wish = new.wish, missed = new.missed, given_at = new.given,
        idle_since = case when new.worked then $1 else standings.idle_since end
      from ${standings.from} where standings.agent_id = new.agent`,
    values: [work.now, ...standings.values],
  })
  return [update]
}

const standingColumns: Columns = { agent: 'uuid', load: 'float8', wish: 'word', missed: 'int', worked: 'boolean', given: 'timestamptz' }

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
  const rows = changedConversations(work).flatMap((conversation) =>
    work.memory.rules
      .outgoing(conversation, entriesOf(work, conversation.id))
      .map(({ kind, payload }) => [randomUUID(), kind, conversation.id, payload]),
  )
  if (rows.length === 0) return []
  const events = given('event', { id: 'uuid', kind: 'word', conversation: 'uuid', payload: 'jsonb' }, rows)
  const insert = statements.query({
    name: `insert-outbox-${events.shape}`,
    text: `insert into outbox (id, kind, conversation_id, payload) select * from ${events.from}`,
    values: events.values,
  })
  return [insert]
}
