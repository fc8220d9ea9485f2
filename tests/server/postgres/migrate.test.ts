import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import pg from 'pg'
import { isBreaking, migrate } from '../../../server/postgres/migrate.ts'
import { createPool } from '../../../server/postgres/pool.ts'
import { aVersion, ourChanges } from '../../support/a-version.ts'
import { aDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let pool: pg.Pool

beforeEach(async () => {
  database = await aDatabase()
  pool = createPool(database.url, () => undefined)
})
afterEach(async () => {
  await pool.end()
  await database.close()
})

const impatient = { lockMs: 100, restMs: 50, tries: 200 }

const harmless = { '9001_notes.sql': '-- Room for notes.\n-- Breaking: no\n\nalter table teams add column notes text;\n' }
const breaking = {
  '9002_names.sql': '-- Names have two parts.\n-- Breaking: yes, names are read elsewhere\n\ncreate table names (id uuid);\n',
}

test('of many processes that start at once, one changes the database, and the others wait for it', async () => {
  const newer = aVersion({ ...harmless, ...breaking })
  await Promise.all([1, 2, 3, 4].map(() => migrate(pool, newer)))

  const { rows } = await pool.query("select name, breaking from migrations where name > '9' order by name")
  expect(rows).toEqual([
    { name: '9001_notes.sql', breaking: false },
    { name: '9002_names.sql', breaking: true },
  ])
})

test('an older version starts beside a newer one, until a change breaks it; then a sentence says what to do', async () => {
  const [older, newer, newest] = [aVersion(), aVersion(harmless), aVersion({ ...harmless, ...breaking })]
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
  const changed = migrate(pool, aVersion(harmless), impatient)
  await untilWaiting()
  // Whoever reads meanwhile waits for a moment, not until the first is done.
  await pool.query('select from teams')
  await busy.query('commit')
  await changed

  expect((await pool.query("select from migrations where name = '9001_notes.sql'")).rowCount).toBe(1)
  await busy.end()
})

test('a change that fails leaves nothing behind, and says why', async () => {
  const broken = aVersion({ '9003_broken.sql': 'create table halves (id int); select no_such_thing;' })

  await expect(migrate(pool, broken)).rejects.toThrow('Migration 9003_broken.sql failed: column "no_such_thing" does not exist')
  expect((await pool.query("select to_regclass('halves') as found")).rows).toEqual([{ found: null }])
})

test('a change that does not say whether it breaks is taken to', () => {
  expect(isBreaking('-- Something.\n\nselect 1;')).toBe(true)
  expect(isBreaking(breaking['9002_names.sql'])).toBe(true)
  expect(isBreaking(harmless['9001_notes.sql'])).toBe(false)
})

test('each change from now on says in its first lines whether it breaks what runs beside it, and if so, why', () => {
  const silent = readdirSync(ourChanges).filter((name) => {
    const text = readFileSync(new URL(name, ourChanges), 'utf8')
    return Number.parseInt(name, 10) > firstVersion && !/^-- Breaking: (no$|yes, .+)/m.test(text)
  })
  expect(silent).toEqual([])
})

/** Those up to here came with the first version: nothing older can run beside it. */
const firstVersion = 29

async function untilWaiting() {
  const waiting = "select from pg_stat_activity where application_name = 'firstline-migrations' and wait_event_type = 'Lock'"
  while ((await pool.query(waiting)).rowCount === 0) await new Promise((soon) => setTimeout(soon, 10))
}
