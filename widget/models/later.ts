import { type ReadonlySignal, signal } from '@preact/signals'
import type * as talking from '../talk.ts'

/** Everything that talking needs. */
export type Talk = typeof talking

/** What nobody needs before the first request is sent. */
export interface Later {
  /** Null until it is there. */
  talk: ReadonlySignal<Talk | null>
  /** Fetches it, once. */
  bring(): void
}

/** `load` tries for as long as it takes. */
export function createLater(load: () => Promise<Talk>): Later {
  const talk = signal<Talk | null>(null)
  let isComing = false
  return {
    talk,
    bring() {
      if (isComing) return
      isComing = true
      void load().then((come) => {
        talk.value = come
      })
    },
  }
}
