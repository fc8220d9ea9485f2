import { signal } from '@preact/signals'

/** What may lie over the whole desk. */
export type Over = 'palette' | 'sheet' | 'call' | 'incident'

export type Overlay = ReturnType<typeof createOverlay>

/** At most one of them at a time. */
export function createOverlay() {
  const shown = signal<Over | null>(null)
  return {
    shown,
    open(one: Over) {
      shown.value = one
    },
    close() {
      shown.value = null
    },
  }
}
