import type { Pool } from 'pg'
import { found, type Look, reasonOf } from './examine.ts'

const oldest = 150_000
/** All three pools of one process. */
const wantedByOne = 16

/** Whether PostgreSQL answers, which it is, and how large the desk has grown. */
export const database: Look = async ({ pool }) => {
  const began = performance.now()
  try {
    const { rows } = await pool.query<{ version: string; number: string; bytes: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num') as number,
         pg_database_size(current_database()) as bytes`,
    )
    const [{ version = '', number = '0', bytes = '0' } = {}] = rows
    if (Number(number) < oldest) return found('postgres-old', { version })
    const ms = Math.ceil(performance.now() - began)
    return found('postgres-fine', { version, ms, megabytes: Math.round(Number(bytes) / 1_000_000) })
  } catch (error) {
    return found('postgres-away', { why: reasonOf(error) })
  }
}

/** Whether an acknowledgement outlasts a power cut. */
export const durability: Look = async ({ pool }) => {
  const settings = await settingsOf(pool, ['fsync', 'synchronous_commit', 'full_page_writes'])
  const off = Object.entries(settings).flatMap(([name, value]) => (value === 'off' ? [`${name} = off`] : []))
  return off.length > 0 ? found('durability-off', { settings: off.join(', ') }) : found('durability-fine')
}

/** Whether every letter can be kept. */
export const encoding: Look = async ({ pool }) => {
  const { server_encoding: is = '' } = await settingsOf(pool, ['server_encoding'])
  return found(is === 'UTF8' ? 'encoding-fine' : 'encoding-other', { encoding: is })
}

/** Whether one more process would find room. */
export const slots: Look = async ({ pool }) => {
  const { rows } = await pool.query<{ used: number; most: number }>(
    `select (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used,
       current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most`,
  )
  const [{ used = 0, most = 0 } = {}] = rows
  return found(most - used < wantedByOne ? 'slots-few' : 'slots-fine', { used, most, wanted: wantedByOne })
}

async function settingsOf(pool: Pool, names: string[]): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string; setting: string }>('select name, setting from pg_settings where name = any($1)', [
    names,
  ])
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
}
