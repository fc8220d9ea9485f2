import type { Helping, Requesting } from '../../shared/people.ts'
import type { Question } from '../../shared/protocol.ts'
import { createBuckets } from './buckets.ts'

export interface Allowances {
  /** Whether this person may ask one more question now, on whatever device. */
  take(who: Requesting | Helping, question: Question): boolean
}

/** How much a person may ask: a reserve, and what comes back each second. Agents have five chats and a whole console. */
const usual = {
  requester: { reserve: 120, perSecond: 10 },
  agent: { reserve: 600, perSecond: 80 },
}

/** Questions that cost more than a message does, mostly for the length of their answers. */
const prices: Partial<Record<Question, number>> = {
  'conversation:open': 3,
  'conversation:page': 3,
  'conversation:catch-up': 10,
  'desk:look': 5,
  'visit:look': 5,
  'board:look': 20,
  'visit:transcript': 10,
  'ticket:suggest': 10,
  'requesters:find': 5,
  'call:log': 5,
  'articles:search': 5,
  'articles:use': 5,
  'articles:missed': 5,
  'articles:unmet': 5,
  'articles:figures': 20,
  'news:list': 3,
  'guides:figures': 20,
  'guides:overview': 20,
  'hand-over:look': 5,
  'hand-over:list': 3,
  'hand-over:offer': 20,
  'simulation:start': 60,
  'incident:known': 3,
  'incident:declare': 20,
  'incident:tell': 20,
  'incident:resolve': 20,
  'incident:reopen': 20,
}

/** What everybody may still ask, by person: who comes again, or with one device more, may not ask more. */
export function createAllowances(now?: () => number): Allowances {
  const buckets = { requester: createBuckets(usual.requester, now), agent: createBuckets(usual.agent, now) }
  return { take: (who, question) => buckets[who.kind].take(who.id, prices[question] ?? 1) }
}
