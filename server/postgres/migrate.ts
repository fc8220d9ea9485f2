import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg, { type Pool } from 'pg'
import { type Done, refuseNewer } from './compatible.ts'

export interface Patience {
  /** How long a migration waits for a table that somebody works with before it lets those behind it pass. */
  lockMs: number
  /** After how long it tries again, and how often. */
  restMs: number
  tries: number
}

const usual: Patience = { lockMs: 2_000, restMs: 1_000, tries: 60 }
const statementMs = 30 * 60_000
const lock = 7_041_998
const ours = new URL('./migrations/', import.meta.url)

/**
 * Brings the database up to this version while others serve: numbered files, each in a transaction, one process at a time,
 * forwards only. Refuses a database that a newer version has changed so that this one can no longer work with it.
 */
export async function migrate(pool: Pool, folder: URL = ours, patience: Patience = usual): Promise<void> {
  const known = await knownMigrations(folder)
  if (missing(known, await doneIn(pool)).length === 0) return
  // The pool's own connections lose patience long before a large table is changed.
  const limits = { lock_timeout: patience.lockMs, statement_timeout: statementMs }
  const client = new pg.Client({ ...pool.options, ...limits, query_timeout: 0, application_name: 'firstline-migrations' })
  await client.connect()
  try {
    await untilAlone(client, patience)
    await makeNotes(client)
    for (const name of missing(known, await doneIn(client))) await runPatiently(client, name, folder, patience)
  } finally {
    await client.end()
  }
}

/** The names of all migrations that this version brings along, in their order. */
export const knownMigrations = async (folder: URL = ours) => (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()

/** Makes the table in which it is noted what a database has had. */
export async function makeNotes(client: Pick<pg.Client, 'query'>): Promise<void> {
  await client.query('create table if not exists migrations (name text primary key, at timestamptz not null default now())')
  await client.query('alter table migrations add column if not exists breaking boolean not null default true')
}

/** Lets nobody else change the database's shape before this transaction is over. */
export const lockShape = (client: Pick<pg.Client, 'query'>) => client.query('select pg_advisory_xact_lock($1)', [lock])

/** One of them, in the transaction that the client is in. */
export async function runMigration(client: Pick<pg.Client, 'query'>, name: string, folder: URL = ours): Promise<void> {
  const text = await readFile(new URL(name, folder), 'utf8')
  await client.query(text)
  await client.query('insert into migrations (name, breaking) values ($1, $2)', [name, isBreaking(text)])
}

function missing(known: string[], done: Done[]): string[] {
  refuseNewer(known, done)
  const names = new Set(done.map(({ name }) => name))
  return known.filter((name) => !names.has(name))
}

/** What the database has had; nothing, if it is new. Versions that did not say whether they break are taken to. */
async function doneIn(db: Pick<pg.Client, 'query'>): Promise<Done[]> {
  const { rows: there } = await db.query("select to_regclass('migrations') is not null as is")
  if (!there[0]?.is) return []
  const { rows } = await db.query("select name, coalesce((to_jsonb(m)->>'breaking')::boolean, true) as breaking from migrations m")
  return rows
}

/** One process at a time. The lock goes with the connection, so whoever is killed keeps it from nobody. */
async function untilAlone(client: pg.Client, { restMs }: Patience) {
  for (;;) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [lock])
    if (rows[0]?.mine) return
    await pause(Math.min(restMs, 50))
  }
}

/** A change that waits for a table stands in the way of all who come after it: so it steps aside, and comes again. */
async function runPatiently(client: pg.Client, name: string, folder: URL, { tries, restMs }: Patience) {
  for (let left = tries; ; left--) {
    try {
      return await run(client, name, folder)
    } catch (error) {
      if (left <= 1 || !isInTheWay(error)) throw new Error(`Migration ${name} failed: ${wordsOf(error)}`, { cause: error })
      await pause(restMs)
    }
  }
}

async function run(client: pg.Client, name: string, folder: URL) {
  await client.query('begin')
  try {
    await runMigration(client, name, folder)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** A migration says so in its first lines: `-- Breaking: no`. One that says nothing is taken to break. */
export const isBreaking = (text: string) => !/^-- Breaking: no\b/m.test(text)

/** Lock timeout, or a deadlock with those who serve. */
const isInTheWay = (error: unknown) => error instanceof pg.DatabaseError && (error.code === '55P03' || error.code === '40P01')

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
