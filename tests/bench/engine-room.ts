import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEngines } from '../../server/engines/engines.mjs'
import { startRedisOnce } from '../../server/engines/redis.mjs'
import { places } from './places.ts'
import { undoLater } from './undoing.ts'

export interface Room {
  databaseUrl: string
  redisUrl: string
  /** The processes whose work counts. */
  pids(): { postgres: number; redis: number }
}

/** A new PostgreSQL and Redis on the disk of the project, durable, exactly as `npm start` brings them. Each target gets its own. */
export async function anEngineRoom(name: string): Promise<Room> {
  const folder = places.data(name)
  rmSync(folder, { recursive: true, force: true })
  const engines = await startEngines({ folder, say: () => {} })
  undoLater(async () => {
    await engines.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    databaseUrl: engines.databaseUrl,
    redisUrl: engines.redisUrl,
    pids: () => ({ postgres: engines.children.postgres?.pid ?? 0, redis: engines.children.redis?.pid ?? 0 }),
  }
}

/** A Redis alone. */
export async function aRedis(): Promise<{ url: string; pid: number }> {
  const sockets = mkdtempSync(join(tmpdir(), 'firstline-bench-'))
  const redis = await startRedisOnce({ sockets, say: () => {} })
  undoLater(async () => {
    await redis.stop()
    rmSync(sockets, { recursive: true, force: true })
  })
  return redis
}
