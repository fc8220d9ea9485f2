import type { Act } from '../../shared/protocol/conversation.ts'
import { createBuckets } from './buckets.ts'

/** How many colleagues somebody may call from their work: a reserve, and one more every ten seconds. */
const flow = { reserve: 40, perSecond: 0.1 }

/** Keeps agents from calling everybody all the time; `now` in milliseconds. */
export function createNaming(now?: () => number) {
  const buckets = createBuckets(flow, now)
  return { may: (who: string, act: Act): boolean => namesIn(act) === 0 || buckets.take(who, namesIn(act)) }
}

function namesIn(act: Act): number {
  if (act.kind === 'ask-advice') return 1
  return act.kind === 'note' ? (act.mentions?.length ?? 0) : 0
}
