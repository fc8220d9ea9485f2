import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { refuse } from '../../shared/refusal.ts'
import type { Metrics } from './metrics.ts'
import { within } from './within.ts'

export interface HealthOptions {
  /** Asks each engine for a sign of life. */
  postgres: () => Promise<unknown>
  redis: () => Promise<unknown>
  /** Whether there is room for more, where there may be too little. */
  room: {
    database: () => Promise<boolean>
    /** Puts something down. */
    redis: () => Promise<unknown>
    files: () => Promise<boolean>
  }
  metrics: Metrics
  /** Whether this process is about to stop and wants no new work. */
  isLeaving: () => boolean
  metricsToken: string | undefined
}

const healthRoutes: FastifyPluginAsync<HealthOptions> = async (app, { postgres, redis, room, metrics, isLeaving, metricsToken }) => {
  app.get('/health/live', { schema: { hide: true } }, async () => ({ live: true }))

  app.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    const [memory, line, hasRoom] = await Promise.all([isThere(postgres), isThere(redis), roomIn(room)])
    // Without room for files everything else goes on: whoever sends one is told so.
    const ready = memory && line && hasRoom.database && hasRoom.redis && !isLeaving()
    return reply.code(ready ? 200 : 503).send({ ready, postgres: memory, redis: line, room: hasRoom, leaving: isLeaving() })
  })

  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayMeasure(request, metricsToken)) refuse('not-found')
    return reply.type(metrics.registry.contentType).send(await metrics.text())
  })
}

/** For those who watch over the desk: does it live, does it want work, what does it do. */
export const health = fp(healthRoutes, { name: 'health' })

const isThere = (engine: () => Promise<unknown>) =>
  within(1_000, engine()).then(
    () => true,
    () => false,
  )

async function roomIn({ database, redis, files }: HealthOptions['room']) {
  const [inDatabase, inRedis, forFiles] = await Promise.all([
    within(1_000, database()).catch(() => false),
    // One that is away is told to be away.
    within(1_000, redis()).then(
      () => true,
      (error: unknown) => !isOutOfMemory(error),
    ),
    within(1_000, files()).catch(() => false),
  ])
  return { database: inDatabase, redis: inRedis, files: forFiles }
}

const isOutOfMemory = (error: unknown) => error instanceof Error && error.message.startsWith('OOM')

/** With the token if there is one; else from this machine only, and not through a proxy on it that hides who asks. */
function mayMeasure({ headers, ip }: FastifyRequest, token: string | undefined) {
  if (token) return equal(headers.authorization ?? '', `Bearer ${token}`)
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !isForwarded && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(ip)
}

const equal = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))
const digest = (word: string) => createHash('sha256').update(word).digest()
