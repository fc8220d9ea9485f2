import { signal } from '@preact/signals'
import type { RefusalCode } from '../refusal.ts'

const reasons = signal<Partial<Record<RefusalCode, string>>>({})
let coming: Promise<unknown> | null = null

/** Why the desk says no, in English. Most visits never hear a no: the sentences come when the first is wanted, or when there is time. */
export function reasonsNow() {
  void bringReasons()
  return reasons.value
}

/** Fetches the sentences, once. */
export function bringReasons(): Promise<unknown> {
  coming ??= import('../reasons.ts').then(
    ({ refusals }) => knowReasons(refusals),
    () => {
      coming = null
    },
  )
  return coming
}

/** For a front end that brings the sentences along. */
export function knowReasons(sentences: Record<RefusalCode, string>) {
  reasons.value = sentences
}
