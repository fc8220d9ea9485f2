import { signal } from '@preact/signals'
import { insist } from '../client/insist.ts'
import type { RefusalCode } from '../refusal.ts'

type Sentences = Record<RefusalCode, string>

const reasons = signal<Partial<Sentences>>({})
let fetchThem = (): Promise<Sentences> => insist(() => import('../reasons.ts')).then(({ refusals }) => refusals)
let coming: Promise<unknown> | null = null

/** Why the desk says no. Most visits never hear a no: the sentences come when the first is wanted, or when there is time. */
export function reasonsNow() {
  void bringReasons()
  return reasons.value
}

/** Fetches the sentences, once. */
export function bringReasons(): Promise<unknown> {
  coming ??= fetchThem().then(knowReasons)
  return coming
}

/** Readers of another language than English have them from there. */
export function reasonsFrom(fetching: () => Promise<Sentences>) {
  fetchThem = fetching
  coming = null
}

/** For a front end that brings the sentences along. */
export function knowReasons(sentences: Sentences) {
  reasons.value = sentences
}
