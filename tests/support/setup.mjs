import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { buildOne } from '../../server/build.mjs'
import { startPostgres } from '../../server/engines/postgres.mjs'
import { redisProgram } from '../../server/engines/redis-program.mjs'
import { gatherPackages } from './gathered.mjs'
import { quickPlace } from './quick-place.mjs'

const root = join(import.meta.dirname, '../..')
const bundles = join(root, '.cache/tests', String(process.pid))

/**
 * Once for all tests: a real PostgreSQL with a migrated template that every test clones, the folder of another one that every house
 * copies, and a Redis program to start.
 */
export default async function setUp() {
  if (globalThis.engineRoom) return
  sweepLeftovers()
  await gatherPackages()
  const folder = mkdtempSync(join(quickPlace(), `${prefix}${process.pid}-`))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const sockets = join(folder, 's')
  mkdirSync(sockets, { mode: 0o700 })
  process.env.FIRSTLINE_TEST_REDIS = JSON.stringify(redisProgram(() => {}))
  const start = () => startPostgres({ folder: join(folder, 'postgres'), sockets, say: () => {}, settings: hasty })
  const first = await start()
  await migrateAt(first.url)
  await first.stop()
  process.env.FIRSTLINE_TEST_HOUSE = copyOf(join(folder, 'postgres'), join(folder, 'house'))
  const postgres = await start()
  globalThis.engineRoom = { folder, postgres }
  process.env.FIRSTLINE_TEST_POSTGRES = postgres.url
  await makeTemplate(postgres.url)
}

// What is measured here is never a crash of this one: those that crash are started by the tests that crash them.
const hasty = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '400',
  // Keeps its journal small, which lies in memory.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '128MB',
}

const prefix = 'firstline-tests-'

/** A run that was killed could not tidy up. */
function sweepLeftovers() {
  for (const place of new Set([tmpdir(), quickPlace()])) {
    for (const name of readdirSync(place).filter((file) => file.startsWith(prefix))) {
      if (!isRunning(Number.parseInt(name.slice(prefix.length), 10))) rmSync(join(place, name), { recursive: true, force: true })
    }
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
async function migrateAt(url) {
  const pool = new pg.Pool({ connectionString: url })
  // It says goodbye while the server, whose house is copied now, is stopped already.
  pool.on('error', () => {})
  try {
    const { migrate } = await buildOne(join(root, 'server/postgres/migrate.ts'), bundles)
    await migrate(pool)
  } finally {
    await pool.end()
    rmSync(bundles, { recursive: true, force: true })
  }
}

/** With its owner, who is not root. @param {string} from @param {string} to */
function copyOf(from, to) {
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return to
}

/** @param {string} url */
async function makeTemplate(url) {
  const door = new pg.Client(url)
  await door.connect()
  await door.query('create database template_desk template postgres')
  await door.end()
}
