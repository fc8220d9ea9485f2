import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startPostgres } from '../../server/engines/postgres.mjs'
import { type RunningRedis, startRedisOnce } from '../../server/engines/redis.mjs'

export type TestRedis = {
  url: string
  pid(): number
  /** Forgets everything, as FLUSHALL does. */
  flush(): Promise<void>
  /** Tells it something. */
  ask(words: string): Promise<void>
  /** kill -9, and nothing starts it again. */
  kill(): Promise<void>
  /** Starts it again at the same address, empty. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** A Redis of one's own. */
export async function aRedis(): Promise<TestRedis> {
  const sockets = aFolder()
  const known = process.env.FIRSTLINE_TEST_REDIS
  const start = (): Promise<RunningRedis> => startRedisOnce({ sockets, say: () => {}, ...(known && { redis: JSON.parse(known) }) })
  let redis = await start()
  const kill = async () => {
    kill9(redis.pid)
    await redis.ended
  }
  return {
    url: redis.url,
    pid: () => redis.pid,
    flush: () => redis.ask('FLUSHALL'),
    ask: (words) => redis.ask(words),
    kill,
    async restart() {
      await kill()
      redis = await start()
    },
    async close() {
      await redis.stop()
      rmSync(sockets, { recursive: true, force: true })
    },
  }
}

export type TestPostgres = {
  url: string
  pid(): number
  /** kill -9. The supervisor starts it again at the same address. */
  kill(): void
  /** Stops it in good order; `start` brings it back. */
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/**
 * A PostgreSQL of one's own, durable as in production, for tests that stop it or kill it. It is empty: migrate it first;
 * or, furnished, migrated already, where the tests of this run share one that can be copied.
 */
export async function anEngineRoom({ home = aFolder(), isFurnished = false } = {}): Promise<TestPostgres> {
  const furniture = process.env.FIRSTLINE_TEST_HOUSE
  if (isFurnished && furniture) await promisify(execFile)('cp', ['-a', furniture, join(home, 'postgres')])
  const start = () => startPostgres({ folder: join(home, 'postgres'), sockets: home, say: () => {} })
  let postgres = await start()
  return {
    url: postgres.url,
    pid: () => postgres.pid,
    kill: () => kill9(postgres.pid),
    stop: () => postgres.stop(),
    async start() {
      postgres = await start()
    },
    async close() {
      await postgres.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** A short temporary folder: a socket's path may hold a hundred letters at most. */
export function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), `firstline-tests-${process.pid}-`))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

function kill9(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
