import type { Conversation } from '../../shared/conversation.ts'
import type { Lane } from '../../shared/entry.ts'
import type { Standing } from '../../shared/queue.ts'
import type { OpenOf, Step } from '../desk/ports.ts'
import type { Known, KnownRows } from './known.ts'
import type { Statements } from './volley.ts'

/** An entry that an earlier act of the same id left. */
export interface Kept {
  lane: Lane
  seq: number
  salt: Buffer | null
  act_digest: Buffer | null
}

export const keptKey = (conversation: string, by: string, act: string) => `${conversation} ${by} ${act}`

export interface Locked extends Known<Conversation> {
  /** The version that the row has once this transaction has written it. */
  next: string
}

/**
 * Locks the conversations in the order of their ids, so that two processes never wait for each other in a ring.
 * States that are known already are not read again.
 */
export async function lockConversations(
  statements: Statements,
  steps: Step[],
  known: KnownRows<Conversation>,
): Promise<Map<string, Locked>> {
  const ids = [...new Set(steps.map((step) => step.conversation))].sort()
  const had = new Map(ids.map((id) => [id, known.get(id)]))
  const { rows } = await statements.query<{ id: string; state: Conversation | null; version: string; next: string }>({
    name: 'lock-conversations',
    text: `select conversations.id, case when conversations.xmin = known.version then null else state end as state,
        conversations.xmin::text as version, pg_current_xact_id()::xid::text as next
      from unnest($1::uuid[], $2::xid[]) as known (id, version) join conversations on conversations.id = known.id
      order by conversations.id for update of conversations`,
    values: [ids, ids.map((id) => had.get(id)?.version ?? null)],
  })
  return new Map(
    rows.flatMap(({ id, state, version, next }) => {
      const found = state ?? had.get(id)?.state
      return found ? [[id, { state: found, version, next }]] : []
    }),
  )
}

/** What the same acts left when they were done before. */
export async function readKept(statements: Statements, steps: Step[]): Promise<Map<string, Kept[]>> {
  const named = steps.filter((step) => step.id !== null)
  const kept = new Map<string, Kept[]>()
  if (named.length === 0) return kept
  const { rows } = await statements.query<Kept & { conversation_id: string; by: string; act: string }>({
    name: 'read-kept',
    text: `select entries.conversation_id, entries.by, entries.act, lane, seq, salt, act_digest
      from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as asked (conversation_id, by, act)
      join entries on entries.conversation_id = asked.conversation_id and entries.by = asked.by and entries.act = asked.act
      order by ordinal`,
    values: [named.map((step) => step.conversation), named.map((step) => step.who.id), named.map((step) => step.id)],
  })
  for (const { conversation_id, by, act, ...one } of rows) {
    const key = keptKey(conversation_id, by, act)
    const earlier = kept.get(key)
    if (earlier) earlier.push(one)
    else kept.set(key, [one])
  }
  return kept
}

/** Locks the standings of these agents, sorted, and always after the conversations. */
export async function lockStandings(statements: Statements, agents: string[]): Promise<Map<string, Known<Standing>>> {
  if (agents.length === 0) return new Map()
  const { rows } = await statements.query<Omit<Standing, 'givenAt'> & { given_at: Date | null; version: string }>({
    name: 'lock-standings',
    text: `select agent_id as agent, capacity, load, wish, missed, given_at, xmin::text as version
      from standings where agent_id = any($1::uuid[]) order by agent_id for update`,
    values: [[...new Set(agents)].sort()],
  })
  return new Map(
    rows.map(({ version, given_at, ...state }) => [
      state.agent,
      { state: { ...state, ...(given_at && { givenAt: given_at.toISOString() }) }, version },
    ]),
  )
}

/** How many wait for each of these teams; nobody else who counts joins them before this transaction is over. */
export async function countLines(statements: Statements, teams: string[]): Promise<Map<string, number>> {
  if (teams.length === 0) return new Map()
  const ids = [...new Set(teams)].sort()
  const [, { rows }] = await Promise.all([
    statements.query({ text: 'select from teams where id = any($1::uuid[]) order by id for no key update', values: [ids] }),
    statements.query<{ team: string; count: number }>({
      name: 'count-lines',
      text: `select team_id as team, count(*)::int as count from conversations
        where team_id = any($1::uuid[]) and status = 'waiting' group by team_id`,
      values: [ids],
    }),
  ])
  return new Map(rows.map(({ team, count }) => [team, count]))
}

/** What openings are given. */
export interface Drawn {
  /** Ticket numbers, the first last. One that is refused leaves a gap, which a label may have. */
  numbers: number[]
  /** The version that their rows will have. */
  next: string
}

export async function drawNumbers(statements: Statements, count: number): Promise<Drawn> {
  if (count === 0) return { numbers: [], next: '' }
  const { rows } = await statements.query<{ number: string; next: string }>({
    name: 'draw-numbers',
    text: "select nextval('ticket_numbers') as number, pg_current_xact_id()::xid::text as next from generate_series(1, $1)",
    values: [count],
  })
  return { numbers: rows.map(({ number }) => Number(number)).reverse(), next: rows[0]?.next ?? '' }
}

/** What is open already of these requesters; all of them are in the answer. */
export async function readOpen(statements: Statements, requesters: string[]): Promise<Map<string, OpenOf>> {
  const open = new Map<string, OpenOf>(requesters.map((id) => [id, { chat: null, messages: 0 }]))
  if (open.size === 0) return open
  const { rows } = await statements.query<{ requester: string } & OpenOf>({
    name: 'read-open',
    text: `select requester_id as requester, min(id::text) filter (where status <> 'unrouted') as chat,
        count(*) filter (where status = 'unrouted')::int as messages
      from conversations where requester_id = any($1::uuid[]) and status <> 'ended' group by requester_id`,
    values: [[...open.keys()]],
  })
  for (const { requester, ...one } of rows) open.set(requester, one)
  return open
}
