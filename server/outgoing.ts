import type { Pool } from 'pg'
import { deliver, sendTest } from './outbox/delivery.ts'
import { createRelay } from './outbox/relay.ts'
import { outboxIn, webhookTarget } from './postgres/outbox.ts'

export interface OutgoingOptions {
  pool: Pool
  redisUrl: string
  now(): Date
  onBug(error: unknown, where: string): void
  onTrouble(error: unknown): void
}

export type Outgoing = ReturnType<typeof createOutgoing>

/** What leaves the house: rows of the outbox, carried to the webhook. */
export function createOutgoing({ pool, redisUrl, now, onBug, onTrouble }: OutgoingOptions) {
  const outbox = outboxIn(pool)
  const target = () => webhookTarget(pool)
  const ports = { outbox, target, now, onBug: (error: unknown) => onBug(error, 'webhook') }
  const isWanted = async () => (await target()) !== null
  const relay = createRelay({ redisUrl, outbox, deliver: (id) => deliver(ports, id), isWanted, onTrouble })

  return {
    /** Something may wait. */
    wake: () => relay.wake(),
    test: () => sendTest(ports),
    stop: () => relay.close(),
  }
}
