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
  metrics: Metrics
  /** Whether this process is about to stop and wants no new work. */
  isLeaving: () => boolean
  metricsToken: string | undefined
}

const healthRoutes: FastifyPluginAsync<HealthOptions> = async (app, { postgres, redis, metrics, isLeaving, metricsToken }) => {
  app.get('/health/live', { schema: { hide: true } }, async () => ({ live: true }))

  app.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    const [memory, line] = await Promise.all([isThere(postgres), isThere(redis)])
    const ready = memory && line && !isLeaving()
    return reply.code(ready ? 200 : 503).send({ ready, postgres: memory, redis: line, leaving: isLeaving() })
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

/** With the token if there is one; else from this machine only, and not through a proxy on it that hides who asks. */
function mayMeasure({ headers, ip }: FastifyRequest, token: string | undefined) {
  if (token) return equal(headers.authorization ?? '', `Bearer ${token}`)
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !isForwarded && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(ip)
}

const equal = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))
const digest = (word: string) => createHash('sha256').update(word).digest()
