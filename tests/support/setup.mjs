import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { buildOne } from '../../server/build.mjs'
import { startPostgres } from '../../server/engines/postgres.mjs'
import { redisProgram } from '../../server/engines/redis-program.mjs'

const root = join(import.meta.dirname, '../..')
const bundles = join(root, '.cache/tests', String(process.pid))

/** Once for all tests: a real PostgreSQL with a migrated template that every test clones, and a Redis program to start. */
export default async function setUp() {
  if (globalThis.engineRoom) return
  sweepLeftovers()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const sockets = join(folder, 's')
  mkdirSync(sockets, { mode: 0o700 })
  redisProgram(() => {})
  const postgres = await startPostgres({ folder: join(folder, 'postgres'), sockets, say: () => {}, settings: hasty })
  globalThis.engineRoom = { folder, postgres }
  process.env.FIRSTLINE_TEST_POSTGRES = postgres.url
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  await makeTemplate(postgres.url)
}

// What is measured here is never a crash of this one: those that crash are started by the tests that crash them.
const hasty = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '400' }

const prefix = 'firstline-tests-'

/** A run that was killed could not tidy up. */
function sweepLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((file) => file.startsWith(prefix))) {
    if (!isRunning(Number.parseInt(name.slice(prefix.length), 10))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** @param {string} url */
async function makeTemplate(url) {
  const door = new pg.Client(url)
  await door.connect()
  await door.query('create database template_desk')
  await door.end()
  const pool = new pg.Pool({ connectionString: url.replace('/postgres?', '/template_desk?') })
  try {
    const { migrate } = await buildOne(join(root, 'server/postgres/migrate.ts'), bundles)
    await migrate(pool)
  } finally {
    await pool.end()
    rmSync(bundles, { recursive: true, force: true })
  }
}
