import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type TestDatabase = { url: string; close(): Promise<void> }

/** A migrated database of one's own, cloned in a moment from the template of this run. */
export async function aDatabase(): Promise<TestDatabase> {
  const room = process.env.FIRSTLINE_TEST_POSTGRES
  if (!room) throw new Error('No PostgreSQL runs for these tests: run them through Jest, with jest.config.mjs.')
  const name = `desk_${randomBytes(6).toString('hex')}`
  await ask(room, `create database ${name} template template_desk strategy file_copy`)
  return {
    url: room.replace('/postgres?', `/${name}?`),
    close: () => ask(room, `drop database if exists ${name} with (force)`),
  }
}

async function ask(url: string, question: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    // Only one may clone the template at a time.
    await client.query(`select pg_advisory_lock(7)`)
    await client.query(question)
  } finally {
    await client.end()
  }
}
