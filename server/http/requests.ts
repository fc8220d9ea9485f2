import fp from 'fastify-plugin'
import type { Metrics } from './metrics.ts'

/** One line in the log and one measurement for each request. Never the address it asked for: it may hold a secret. */
export const requests = fp(
  async (app, { metrics }: { metrics: Metrics }) => {
    app.addHook('onResponse', async ({ method, routeOptions, log }, { statusCode: status, elapsedTime }) => {
      const route = routeOptions.url ?? 'none'
      metrics.http.observe({ method, route, status: String(status) }, elapsedTime / 1000)
      const how = route.startsWith('/health') || route === '/metrics' ? 'debug' : 'info'
      log[how]({ method, route, status, ms: Math.round(elapsedTime) }, 'answered')
    })
  },
  { name: 'requests' },
)
