import { type ReadonlySignal, signal } from '@preact/signals'

/** Whether two chats have room side by side. */
export const roomForTwo: ReadonlySignal<boolean> = following('(min-width: 1180px)')

function following(query: string) {
  const media = globalThis.matchMedia?.(query)
  const matches = signal(media?.matches ?? true)
  media?.addEventListener('change', ({ matches: now }) => {
    matches.value = now
  })
  return matches
}
