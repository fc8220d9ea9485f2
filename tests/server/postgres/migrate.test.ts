import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import pg from 'pg'
import { isBreaking, migrate } from '../../../server/postgres/migrate.ts'
import { createPool } from '../../../server/postgres/pool.ts'
import { aDatabase, type TestDatabase } from '../../support/database.ts'
import { aFolder } from '../../support/engines.ts'

let database: TestDatabase
let pool: pg.Pool
let home: string

beforeEach(async () => {
  database = await aDatabase()
  pool = createPool(database.url, () => undefined)
  home = aFolder()
})
afterEach(async () => {
  await pool.end()
  await database.close()
  rmSync(home, { recursive: true, force: true })
})

const ours = new URL('../../../server/postgres/migrations/', import.meta.url)
const impatient = { lockMs: 100, restMs: 50, tries: 200 }

/** The migrations of a version that knows these changes as well. */
function aVersion(name: string, changes: Record<string, string>): URL {
  const folder = join(home, name)
  mkdirSync(folder)
  for (const file of readdirSync(ours)) writeFileSync(join(folder, file), readFileSync(new URL(file, ours)))
  for (const [file, text] of Object.entries(changes)) writeFileSync(join(folder, file), text)
  return pathToFileURL(`${folder}/`)
}

const harmless = { '9001_notes.sql': '-- Room for notes.\n-- Breaking: no\n\nalter table teams add column notes text;\n' }
const breaking = {
  '9002_names.sql': '-- Names have two parts.\n-- Breaking: yes, names are read elsewhere\n\ncreate table names (id uuid);\n',
}

test('of many processes that start at once, one changes the database, and the others wait for it', async () => {
  const newer = aVersion('newer', { ...harmless, ...breaking })
  await Promise.all([1, 2, 3, 4].map(() => migrate(pool, newer)))

  const { rows } = await pool.query("select name, breaking from migrations where name > '9' order by name")
  expect(rows).toEqual([
    { name: '9001_notes.sql', breaking: false },
    { name: '9002_names.sql', breaking: true },
  ])
})

test('an older version starts beside a newer one, until a change breaks it; then a sentence says what to do', async () => {
  const [older, newer, newest] = [aVersion('older', {}), aVersion('newer', harmless), aVersion('newest', { ...harmless, ...breaking })]
  await migrate(pool, newer)
  await expect(migrate(pool, older)).resolves.toBeUndefined()
  await migrate(pool, newest)

  await expect(migrate(pool, newer)).rejects.toThrow(
    'A newer version has changed the database (9002_names.sql) so that this one can no longer work with it: it takes a version that knows change 9002. Start that version or a newer one, or restore a backup from before.',
  )
})

test('a change of a table that somebody works with lets others pass, and comes again until it succeeds', async () => {
  const busy = new pg.Client(database.url)
  await busy.connect()
  await busy.query('begin')
  await busy.query('select from teams')
  const changed = migrate(pool, aVersion('newer', harmless), impatient)
  await untilWaiting()
  // Whoever reads meanwhile waits for a moment, not until the first is done.
  await pool.query('select from teams')
  await busy.query('commit')
  await changed

  expect((await pool.query("select from migrations where name = '9001_notes.sql'")).rowCount).toBe(1)
  await busy.end()
})

test('a change that fails leaves nothing behind, and says why', async () => {
  const broken = aVersion('broken', { '9003_broken.sql': 'create table halves (id int); select no_such_thing;' })

  await expect(migrate(pool, broken)).rejects.toThrow('Migration 9003_broken.sql failed: column "no_such_thing" does not exist')
  expect((await pool.query("select to_regclass('halves') as found")).rows).toEqual([{ found: null }])
})

test('a change that does not say whether it breaks is taken to', () => {
  expect(isBreaking('-- Something.\n\nselect 1;')).toBe(true)
  expect(isBreaking(breaking['9002_names.sql'])).toBe(true)
  expect(isBreaking(harmless['9001_notes.sql'])).toBe(false)
})

async function untilWaiting() {
  const waiting = "select from pg_stat_activity where application_name = 'firstline-migrations' and wait_event_type = 'Lock'"
  while ((await pool.query(waiting)).rowCount === 0) await new Promise((soon) => setTimeout(soon, 10))
}
