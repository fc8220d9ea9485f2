import type { Helping, Requesting } from '../../shared/people.ts'
import { createBuckets, type Flow } from './buckets.ts'

/** What a page that means well never comes near: its questions wait for answers, and pause after a refusal. */
const usual: Flow = { reserve: 5_000, perSecond: 50 }

/** How long somebody is only slowed down: after so much that had to be refused, whoever still says more is cut. */
export function createEndurance(flow = usual, now?: () => number) {
  const buckets = createBuckets(flow, now)
  return { endures: ({ id }: Requesting | Helping) => buckets.take(id) }
}

export type Endurance = ReturnType<typeof createEndurance>
