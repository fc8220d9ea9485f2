import type { ClientBase } from 'pg'
import { from, to } from 'pg-copy-streams'

/** A table with all that must be kept of it. */
export interface Table {
  name: string
  columns: string[]
}

interface Found extends Table {
  /** The tables that its rows refer to. */
  parents: string[]
}

/** Says who is here at this moment, or which migrations ran: no part of what is kept. */
const passing = ['migrations', 'processes', 'presences']

/** The tables of a desk, each behind those that it refers to. */
export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Found>(
    `select relname::text as name,
       (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
       array(select other.relname::text from pg_constraint join pg_class as other on other.oid = confrelid
        where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as parents
     from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1) order by relname`,
    [passing],
  )
  return parentsFirst(rows).map(({ name, columns }) => ({ name, columns }))
}

function parentsFirst(tables: Found[]): Found[] {
  const ready: Found[] = []
  for (let left = tables; left.length > 0; ) {
    const next = left.filter(({ parents }) => !left.some(({ name }) => parents.includes(name)))
    if (next.length === 0) throw new Error(`Tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}`)
    ready.push(...next)
    left = left.filter((table) => !next.includes(table))
  }
  return ready
}

/** A sequence and the last number that it gave. */
export interface Sequence {
  name: string
  last: string
}

/** Sequences that have begun. They go on beside every transaction, so a number may be lost and never given twice. */
export async function sequencesOf(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select sequencename::text as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and last_value is not null order by sequencename`,
  )
  return rows
}

/** Lets sequences go on where others stopped. */
export async function goOn(client: ClientBase, sequences: Sequence[]): Promise<void> {
  for (const { name, last } of sequences) await client.query('select setval(quote_ident($1)::regclass, $2::bigint)', [name, last])
}

/** All rows of a table, as a stream that `fill` reads again. `rowCount` says how many there were. */
export const pour = (client: ClientBase, table: Table) => client.query(to(`copy ${named(table)} to stdout`))

/** Takes such a stream. */
export const fill = (client: ClientBase, table: Table) => client.query(from(`copy ${named(table)} from stdin`))

/** Takes every row that a migration put in. */
export async function empty(client: ClientBase, tables: Table[]): Promise<void> {
  for (const { name } of tables.toReversed()) {
    const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`)
    if (rowCount) await client.query(`delete from ${quoted(name)}`)
  }
}

/** Takes away all that is there: tables, sequences and functions, but for what belongs to extensions. */
export async function clear(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ word: string }>(
    `select format('drop table if exists public.%I cascade', relname) as word from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
     union all select format('drop sequence if exists public.%I cascade', relname) from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'S' and not exists (select from pg_depend where objid = pg_class.oid and deptype in ('e', 'a', 'i'))
     union all select format('drop routine if exists %s cascade', pg_proc.oid::regprocedure) from pg_proc
       where pronamespace = 'public'::regnamespace and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`,
  )
  for (const { word } of rows) await client.query(word)
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const named = ({ name, columns }: Table) => `${quoted(name)} (${columns.map(quoted).join(', ')})`
