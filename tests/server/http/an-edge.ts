import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import Fastify from 'fastify'
import { createClient } from 'redis'
import { type Config, configFrom } from '../../../server/config.ts'
import { docs } from '../../../server/http/docs.ts'
import { errors } from '../../../server/http/errors.ts'
import { headers } from '../../../server/http/headers.ts'
import { health } from '../../../server/http/health.ts'
import { serverOptions } from '../../../server/http/limits.ts'
import { createMetrics } from '../../../server/http/metrics.ts'
import { pages } from '../../../server/http/pages.ts'
import { receptionRoutes } from '../../../server/http/reception.ts'
import { requests } from '../../../server/http/requests.ts'
import { visits } from '../../../server/http/visits.ts'
import { createLog } from '../../../server/log.ts'
import { createPool } from '../../../server/postgres/pool.ts'
import { visitsIn } from '../../../server/postgres/visits.ts'
import { defaultLook, type WidgetLook } from '../../../shared/look.ts'
import { aDatabase, type TestDatabase } from '../../support/database.ts'
import { aFolder, aRedis } from '../../support/engines.ts'

interface Wishes {
  environment?: Record<string, string>
  files?: Record<string, string>
  /** Another database than a fresh one. */
  postgres?: Pick<TestDatabase, 'url' | 'close'>
}

/** The HTTP edge alone, on a real PostgreSQL and a real Redis. */
export async function anEdge({ environment = {}, files = {}, postgres }: Wishes = {}) {
  const [database, redis] = await Promise.all([postgres ?? aDatabase(), aRedis()])
  const config: Config = configFrom({ DATABASE_URL: database.url, REDIS_URL: redis.url, ...environment })
  const pool = createPool(config.DATABASE_URL, () => {})
  const line = createClient({ url: config.REDIS_URL, disableOfflineQueue: true })
  line.on('error', () => {})
  await line.connect()
  const lines: string[] = []
  const paper = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) })
  const app = Fastify(serverOptions(config, createLog('info', paper)))
  const metrics = createMetrics()
  const state = {
    now: new Date(),
    leaving: false,
    hasRoom: { database: true, files: true },
    origins: [] as string[],
    look: defaultLook as WidgetLook,
    cut: [] as string[],
  }
  const folder = aFolder()
  for (const [name, text] of Object.entries(files)) write(join(folder, name), text)

  await app.register(errors)
  await app.register(headers, { publicUrl: config.PUBLIC_URL })
  await app.register(requests, { metrics })
  await app.register(docs, { version: '1.2.3' })
  const engines = { postgres: () => pool.query('select 1'), redis: () => line.ping() }
  const room = { database: async () => state.hasRoom.database, redis: () => line.set('ready', ''), files: async () => state.hasRoom.files }
  await app.register(health, { ...engines, room, metrics, isLeaving: () => state.leaving, metricsToken: config.METRICS_TOKEN })
  await app.register(pages, { folder, publicUrl: config.PUBLIC_URL, origins: async () => state.origins, look: async () => state.look })
  const reception = async () => ({ topics: [], open: false, opensAt: '2026-11-23T08:00:00.000Z' })
  await app.register(receptionRoutes, { look: async () => state.look, reception, redis: line, rate: { times: 40, seconds: 60 } })
  await app.register(visits, {
    masked: (text) => text,
    visits: visitsIn(pool),
    redis: line,
    publicUrl: config.PUBLIC_URL,
    look: async () => state.look,
    now: () => state.now,
    cut: ({ key }) => void state.cut.push(key),
  })

  return {
    app,
    pool,
    redis,
    state,
    lines,
    async close() {
      await app.close()
      line.destroy()
      await pool.end()
      rmSync(folder, { recursive: true, force: true })
      await Promise.all([database.close(), redis.close()])
    },
  }
}

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
