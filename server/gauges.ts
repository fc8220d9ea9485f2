import type { Pool } from 'pg'
import type { Tally } from './desk/line/dispatching.ts'
import type { Metrics } from './http/metrics.ts'
import { within } from './http/within.ts'
import { readFigures } from './postgres/figures.ts'

export interface Gauged {
  pools: { chat: Pool; read: Pool; export: Pool }
  engines: { postgres(): Promise<unknown>; redis(): Promise<unknown> }
  connected(): Record<'requester' | 'agent', number>
  tally(): Readonly<Tally>
  nameOf(team: string): string | undefined
  version: string
  now(): Date
}

const patienceMs = 3_000

/** What is not counted as it happens is looked up when somebody asks. An engine that is away leaves its figures out, and all others in. */
export function gauge(metrics: Metrics, { pools, engines, connected, tally, nameOf, version, now }: Gauged) {
  metrics.build.set({ version, node: process.version }, 1)
  const always = { forget: () => {} }

  metrics.whenAsked({
    ...always,
    look() {
      for (const [kind, count] of Object.entries(connected())) metrics.sockets.set({ kind }, count)
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        metrics.pool.set({ pool, state: 'busy' }, totalCount - idleCount)
        metrics.pool.set({ pool, state: 'idle' }, idleCount)
        metrics.pool.set({ pool, state: 'waiting' }, waitingCount)
      }
      metrics.line.reset()
      for (const [what, count] of Object.entries(tally())) metrics.line.inc({ what }, count)
    },
  })

  for (const [engine, ask] of Object.entries(engines)) {
    metrics.whenAsked({
      look: async () => {
        await within(patienceMs, ask())
        metrics.up.set({ engine }, 1)
      },
      forget: () => metrics.up.set({ engine }, 0),
    })
  }

  metrics.whenAsked({
    async look() {
      const { waiting, outbox } = await within(patienceMs, readFigures(pools.read))
      forgetFigures()
      for (const { team, count, since } of waiting) {
        const name = nameOf(team) ?? 'gone'
        metrics.waiting.inc({ team: name }, count)
        metrics.longestWait.set({ team: name }, Math.max(0, (now().getTime() - since.getTime()) / 1000))
      }
      metrics.outbox.set({ state: 'waiting' }, outbox.waiting)
      metrics.outbox.set({ state: 'set-aside' }, outbox.setAside)
      metrics.outboxAge.set(outbox.seconds)
    },
    forget: forgetFigures,
  })

  function forgetFigures() {
    for (const one of [metrics.waiting, metrics.longestWait, metrics.outbox]) one.reset()
    metrics.outboxAge.remove()
  }
}
