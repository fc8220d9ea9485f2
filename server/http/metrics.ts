import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Looks something up for a scrape; `forget` is called instead when that fails, so that nothing old is told as new. */
export interface Look {
  look(): Promise<void> | void
  forget(): void
}

/** What can be measured from outside. Labels name kinds, routes and teams; never people. The table in docs/operations.md is made from this. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const looks: Look[] = []
  return {
    registry,
    /** Has something looked up each time that somebody asks. */
    whenAsked: (look: Look) => void looks.push(look),
    /** All of it, as it is now. */
    async text(): Promise<string> {
      await Promise.all(looks.map(lookNow))
      return registry.metrics()
    },
    http: new Histogram({
      name: 'firstline_http_seconds',
      help: 'Time to answer a request, by method, route and status',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    up: new Gauge({
      name: 'firstline_up',
      help: 'Whether an engine (postgres, redis) answers this process: 1 or 0',
      labelNames: ['engine'] as const,
      registers,
    }),
    build: new Gauge({
      name: 'firstline_build_info',
      help: 'Always 1; the labels say which version of Firstline and of Node this is',
      labelNames: ['version', 'node'] as const,
      registers,
    }),
    sockets: new Gauge({
      name: 'firstline_sockets',
      help: 'Live connections, by kind of person (requester, agent)',
      labelNames: ['kind'] as const,
      registers,
    }),
    messages: new Counter({
      name: 'firstline_messages_total',
      help: 'Messages and notes that were kept, by who wrote them (requester, agent)',
      labelNames: ['kind'] as const,
      registers,
    }),
    acts: new Counter({
      name: 'firstline_acts_total',
      help: 'Acts, by kind and by how they ended: kept, refused, failed',
      labelNames: ['kind', 'outcome'] as const,
      registers,
    }),
    acknowledged: new Histogram({
      name: 'firstline_acknowledge_seconds',
      help: 'Time from an act heard to its answer, which means that it is committed',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    delivered: new Histogram({
      name: 'firstline_delivery_seconds',
      help: "Time from a message kept to the word of another one's device that it has it, of those that take less than a minute; devices tell after 0.15 s",
      buckets: [0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10, 30, 60],
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
      help: 'Conversations that wait, by team; the same at every process',
      labelNames: ['team'] as const,
      registers,
    }),
    longestWait: new Gauge({
      name: 'firstline_longest_wait_seconds',
      help: 'How long the one who waits longest has waited, by team; the same at every process',
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
    outbox: new Gauge({
      name: 'firstline_outbox',
      help: 'What is to leave the house, by state (waiting, set-aside); the same at every process',
      labelNames: ['state'] as const,
      registers,
    }),
    outboxAge: new Gauge({
      name: 'firstline_outbox_oldest_seconds',
      help: 'How long the oldest of what is to leave the house has waited; the same at every process',
      registers,
    }),
    pool: new Gauge({
      name: 'firstline_pool',
      help: 'Connections to PostgreSQL by pool (chat, read, export): those at work, those at rest, and what waits for one',
      labelNames: ['pool', 'state'] as const,
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>

async function lookNow({ look, forget }: Look) {
  try {
    await look()
  } catch {
    forget()
  }
}

/** What is measured, as a table. */
export async function metricsTable(): Promise<string> {
  const all = await createMetrics().registry.getMetricsAsJSON()
  const ours = all.filter(({ name }) => name.startsWith('firstline_')).sort((one, other) => (one.name < other.name ? -1 : 1))
  return ['| Name | Kind | Meaning |', '|---|---|---|', ...ours.map(({ name, type, help }) => `| \`${name}\` | ${type} | ${help} |`)].join(
    '\n',
  )
}
