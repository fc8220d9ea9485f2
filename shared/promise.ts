import type { Entry } from './entry.ts'

/** The next news that the requester was promised. Whoever keeps talking to him keeps the word, whoever gave it. */
export interface Promised {
  until: string
  since: string
  by: string
  /** What the news will be about; empty where that was not said. */
  about: string
  /** What the clock did last about it: reminded the owner, or told those who supervise. */
  reached: PromiseStep | null
}

/** `near`: its time is close. `broken`: its time is over, and no news was given. */
export type PromiseStep = 'near' | 'broken'

/** The promise after one more entry: a newer one takes its place, and news, a solution or a way out ends it. */
export function promiseAfter(promise: Promised | null, entry: Entry): Promised | null {
  switch (entry.kind) {
    case 'promised':
      return { until: entry.until, since: entry.at, by: entry.by, about: entry.body?.text ?? '', reached: null }
    case 'promise-near':
      return promise && { ...promise, reached: 'near' }
    case 'promise-broken':
      return promise && { ...promise, reached: 'broken' }
    case 'promise-kept':
    case 'promise-withdrawn':
    case 'resolved':
    case 'abandoned':
      return null
    default:
      return promise
  }
}

const longestLeadMs = 10 * 60_000

/** When its owner is reminded: ten minutes before, or after two thirds of the time where that is short. */
export function remindedAt({ since, until }: Pick<Promised, 'since' | 'until'>): number {
  const end = Date.parse(until)
  return end - Math.min(longestLeadMs, Math.max(0, end - Date.parse(since)) / 3)
}
