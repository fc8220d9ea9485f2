import type { Pool, PoolClient } from 'pg'
import type { Presence, Present } from '../desk/line/presence-ports.ts'
import { gather } from './gathering.ts'
import { inTransaction } from './transaction.ts'
import { inOneVolley, type Statements } from './volley.ts'

/** A process that has not been seen for so long holds nobody any more. */
const leaseSeconds = 15
/** Agents are offered work as soon as they are here; whether a requester is here is told a moment later, of many at once. */
const requestersMs = 250

interface Move {
  kind: 'came' | 'left'
  connection: string
  person: string
}

/** What a move told of the person that was not so before. */
type Moved = 'back' | 'gone'

/**
 * Who is here. A connection is a lease that its process holds by renewing one row: a process that dies takes its people
 * with it, and a Redis that forgets takes nobody. Moves are gathered, since after a cut they come by the thousand.
 */
export function createPresence({ pool, process, now }: { pool: Pool; process: string; now(): Date }): Presence {
  const held = new Map<string, string>()
  const gathered = (restMs: number) =>
    gather<Move, Moved | null>((batch) => inOneVolley(pool, (statements) => keep(statements, process, batch, now())), {
      most: 500,
      full: 50_000,
      whenFull: () => new Error('Too many people come and go at once'),
      restMs,
    })
  const moves = { agent: gathered(0), requester: gathered(requestersMs) }
  /** The last move of each connection that is not written down yet: what it tells, it tells to who made it. */
  const onTheWay = new Map<string, Move>()

  async function write(kind: Present['kind'], move: Move): Promise<Moved | null> {
    onTheWay.set(move.connection, move)
    try {
      return await moves[kind].add(move)
    } finally {
      if (onTheWay.get(move.connection) === move) onTheWay.delete(move.connection)
    }
  }

  return {
    async arrive(connection, { id: person, kind }) {
      held.set(connection, person)
      return { back: (await write(kind, { kind: 'came', connection, person })) === 'back' }
    },

    async leave(connection, { id: person, kind }) {
      held.delete(connection)
      return { gone: (await write(kind, { kind: 'left', connection, person })) === 'gone' }
    },

    /**
     * Says that this process lives, and puts right what the table says of whom it holds: it may have been taken for dead,
     * and moves may have failed while the database was away.
     */
    async renew() {
      await pool.query('insert into processes (id, seen_at) values ($1, $2) on conflict (id) do update set seen_at = excluded.seen_at', [
        process,
        now(),
      ])
      const { rows } = await pool.query<{ connection: string; person: string }>(
        'select connection_id as connection, person_id as person from presences where process_id = $1',
        [process],
      )
      const kept = new Map(rows.map(({ connection, person }) => [connection, person]))
      const missing = [...held].filter(([connection]) => !kept.has(connection) && !onTheWay.has(connection))
      const stale = [...kept].filter(([connection]) => !held.has(connection) && !onTheWay.has(connection))
      await Promise.all([
        ...missing.map(([connection, person]) => moves.agent.add({ kind: 'came', connection, person })),
        ...stale.map(([connection, person]) => moves.agent.add({ kind: 'left', connection, person })),
      ])
    },

    sweep: () => inTransaction(pool, (client) => sweep(client, now())),

    async goneAgents(graceSeconds) {
      const { rows } = await pool.query<{ id: string }>(
        `select agent_id as id from standings
         where gone_since <= $1::timestamptz - make_interval(secs => $2)
           and (exists (select from conversations where agent_id = standings.agent_id and status in ('active', 'held'))
             or exists (select from conversations where offered_to = standings.agent_id)
             or exists (select from speakers join conversations on id = conversation_id
               where speakers.agent_id = standings.agent_id and status in ('active', 'held')))`,
        [now(), graceSeconds],
      )
      return rows.map(({ id }) => id)
    },

    async disabledAgents() {
      const { rows } = await pool.query<{ id: string }>(
        `select id from agents where disabled_at is not null
           and (exists (select from conversations where agent_id = agents.id and status in ('active', 'held'))
             or exists (select from conversations where offered_to = agents.id)
             or exists (select from speakers join conversations on conversations.id = conversation_id
               where speakers.agent_id = agents.id and status in ('active', 'held')))`,
      )
      return rows.map(({ id }) => id)
    },

    async absentees(afterSeconds) {
      const { rows } = await pool.query<{ conversation: string; absent: boolean }>(
        `select conversations.id as conversation, gone_since is not null as absent
         from conversations join requesters on requesters.id = requester_id
         where status = 'waiting'
           and (gone_since <= $1::timestamptz - make_interval(secs => $2)) is true <> (state->>'absentSince' is not null)
           and (gone_since is null or gone_since <= $1::timestamptz - make_interval(secs => $2))`,
        [now(), afterSeconds],
      )
      return rows
    },

    /** This process ends: its people are gone from now on, until another process has them. */
    async end() {
      await Promise.all([moves.agent.idle(), moves.requester.idle()])
      held.clear()
      await inTransaction(pool, async (client) => void (await drop(client, [process], now())))
    },
  }
}

// Nothing here waits for the answer before it: all of it goes out together, and is answered in order.
async function keep(statements: Statements, process: string, batch: Move[], at: Date): Promise<PromiseSettledResult<Moved | null>[]> {
  const people = [...new Set(batch.map(({ person }) => person))].sort()
  const last = [...new Map(batch.map((move) => [move.connection, move])).values()]
  const left = last.filter(({ kind }) => kind === 'left')
  const came = last.filter(({ kind }) => kind === 'came')
  const [, , , settled] = await Promise.all([
    lockPeople(statements, people),
    left.length > 0 && removeConnections(statements, left),
    came.length > 0 && addConnections(statements, process, came),
    settlePeople(statements, people, at),
  ])
  return batch.map(({ person }) => ({ status: 'fulfilled', value: settled.get(person) ?? null }))
}

const removeConnections = (statements: Statements, left: Move[]) =>
  statements.query({
    name: 'remove-connections',
    text: 'delete from presences where connection_id = any($1)',
    values: [left.map(({ connection }) => connection)],
  })

// Whoever was swept away while he slept is no process any more until he renews; his people come back with that.
const addConnections = (statements: Statements, process: string, came: Move[]) =>
  statements.query({
    name: 'add-connections',
    text: `insert into presences (connection_id, person_id, process_id)
      select connection, person, $3 from unnest($1::text[], $2::uuid[]) as new (connection, person)
      where exists (select from processes where id = $3)
      on conflict (connection_id) do nothing`,
    values: [came.map(({ connection }) => connection), came.map(({ person }) => person), process],
  })

// Two processes that lose the last two connections of one person in the same moment must not each believe in the other's.
// A crash of PostgreSQL may forget the last moment: processes say again whom they hold.
const lockPeople = (statements: Statements, people: string[]) =>
  statements.query({
    name: 'lock-people',
    text: `select set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(hashtextextended(person, 0))
      from unnest($1::text[]) as person`,
    values: [people],
  })

/** Gone since now are those whom no connection holds any more; whoever has one is here. Returns those for whom that is news. */
async function settlePeople(statements: Statements, people: string[], at: Date): Promise<Map<string, Moved>> {
  const [agents, requesters] = await Promise.all([
    statements.query<Settled>({ name: 'settle-agents', text: settled('standings', 'agent_id'), values: [people, at] }),
    statements.query<Settled>({ name: 'settle-requesters', text: settled('requesters', 'id'), values: [people, at] }),
  ])
  return new Map([...agents.rows, ...requesters.rows].map(({ id, here }) => [id, here ? 'back' : 'gone']))
}

interface Settled {
  id: string
  here: boolean
}

// Locked in order, as whoever moves loads does it.
function settled(table: string, id: string) {
  return `with locked as (select ${id} as id from ${table} where ${id} = any($1::uuid[]) order by ${id} for update),
      now as materialized (select id, exists (select from presences where person_id = locked.id) as here from locked)
    update ${table} set gone_since = case when now.here then null else $2::timestamptz end
    from now where ${table}.${id} = now.id and (gone_since is null) <> now.here
    returning now.id, now.here`
}

async function sweep(client: PoolClient, at: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select id from processes where seen_at < $1::timestamptz - make_interval(secs => $2)',
    [at, leaseSeconds],
  )
  const dead = rows.map(({ id }) => id)
  return dead.length > 0 ? drop(client, dead, at) : []
}

async function drop(client: PoolClient, processes: string[], at: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select distinct person_id as id from presences where process_id = any($1)', [
    processes,
  ])
  const people = rows.map(({ id }) => id).sort()
  await lockPeople(client, people)
  await client.query('delete from presences where process_id = any($1) and person_id = any($2)', [processes, people])
  await client.query('delete from processes where id = any($1) and not exists (select from presences where process_id = processes.id)', [
    processes,
  ])
  const settled = await settlePeople(client, people, at)
  return people.filter((person) => settled.get(person) === 'gone')
}
