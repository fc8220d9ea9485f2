import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What can be measured from outside. Labels name kinds, routes and teams; never people. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    /** Others may add what they measure. */
    registry,
    http: new Histogram({
      name: 'firstline_http_seconds',
      help: 'Time to answer a request, by method, route and status',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    sockets: new Gauge({
      name: 'firstline_sockets',
      help: 'Live connections, by kind of person (requester, agent)',
      labelNames: ['kind'] as const,
      registers,
    }),
    acts: new Counter({
      name: 'firstline_acts_total',
      help: 'Acts, by kind and by how they ended: kept, refused, failed',
      labelNames: ['kind', 'outcome'] as const,
      registers,
    }),
    batch: new Histogram({
      name: 'firstline_change_batch_size',
      help: 'Acts kept by one transaction',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
      registers,
    }),
    change: new Histogram({
      name: 'firstline_change_seconds',
      help: 'Time of one transaction that keeps acts',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers,
    }),
    waiting: new Gauge({
      name: 'firstline_waiting',
      help: 'Conversations that wait, by team',
      labelNames: ['team'] as const,
      registers,
    }),
    offers: new Counter({
      name: 'firstline_offers_total',
      help: 'Offers, by how they ended: accepted, declined, expired, withdrawn',
      labelNames: ['outcome'] as const,
      registers,
    }),
    line: new Counter({
      name: 'firstline_line_total',
      help: 'What the waiting line did: offered, refused by the rules, worked without Redis, repaired and rebuilt in Redis',
      labelNames: ['what'] as const,
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
