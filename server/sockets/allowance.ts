import type { Question } from '../../shared/protocol.ts'

export interface Allowance {
  /** Whether one more question is allowed now. */
  take(question: Question): boolean
}

/** How much a connection may ask: a reserve, and what comes back each second. Agents have five chats and a whole console. */
const allowances = {
  requester: { reserve: 60, perSecond: 10 },
  agent: { reserve: 400, perSecond: 80 },
}

/** Questions that cost more than a message does. */
const prices: Partial<Record<Question, number>> = {
  'conversation:open': 3,
  'desk:look': 5,
  'visit:look': 5,
  'visit:transcript': 10,
}

/** A bucket of questions that fills again with time, one for each connection. */
export function createAllowance(kind: keyof typeof allowances, now: () => number = performance.now.bind(performance)): Allowance {
  const { reserve, perSecond } = allowances[kind]
  let left = reserve
  let since = now()

  return {
    take(question) {
      const at = now()
      left = Math.min(reserve, left + ((at - since) / 1000) * perSecond)
      since = at
      const price = prices[question] ?? 1
      if (left < price) return false
      left -= price
      return true
    },
  }
}
