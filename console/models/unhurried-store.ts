import type { Store } from '../../shared/client/storage.ts'
import { afterPaint } from './after-paint.ts'

/** A store that can be told to write what it still has in hand. */
export interface UnhurriedStore extends Store {
  flush(): void
}

/**
 * A store for what changes with each letter: the letter is on the screen before the browser keeps it. What is in hand is kept
 * at once when the page is hidden or left.
 */
export function unhurried(store: Store): UnhurriedStore {
  const inHand = new Map<string, string>()

  function flush() {
    for (const [key, value] of inHand) store.set(key, value)
    inHand.clear()
  }

  return {
    get: (key) => inHand.get(key) ?? store.get(key),
    set(key, value) {
      if (inHand.size === 0) afterPaint(flush)
      inHand.set(key, value)
      if (document.visibilityState === 'hidden') flush()
    },
    remove(key) {
      inHand.delete(key)
      store.remove(key)
    },
    keys(prefix) {
      const all = [...store.keys(prefix), ...inHand.keys()].filter((key) => key.startsWith(prefix))
      return [...new Set(all)]
    },
    // What is written here this moment is newer than what another tab wrote a moment ago.
    onChange: (hear) => store.onChange((key) => (key !== null && inHand.has(key) ? undefined : hear(key))),
    flush,
  }
}
