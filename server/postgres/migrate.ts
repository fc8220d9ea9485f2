import { readdir, readFile } from 'node:fs/promises'
import type { Pool, PoolClient } from 'pg'

const folder = new URL('./migrations/', import.meta.url)
const lock = 7_041_998

/**
 * Brings the database up to this version: numbered files, each in a transaction, under one lock, forwards only.
 * Refuses a database that a newer version has already changed.
 */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query('create table if not exists migrations (name text primary key, at timestamptz not null default now())')
    await runMissing(client)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined)
    client.release()
  }
}

async function runMissing(client: PoolClient) {
  const { rows } = await client.query<{ name: string }>('select name from migrations')
  const done = new Set(rows.map((row) => row.name))
  const known = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const strange = [...done].find((name) => !known.includes(name))
  if (strange) throw new Error(`The database was changed by a newer version (${strange}). Start that version, or restore a backup.`)
  for (const name of known) if (!done.has(name)) await run(client, name)
}

async function run(client: PoolClient, name: string) {
  await client.query('begin')
  try {
    await client.query(await readFile(new URL(name, folder), 'utf8'))
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed`, { cause: error })
  }
}
