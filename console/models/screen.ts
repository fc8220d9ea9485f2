import { computed, type ReadonlySignal, signal } from '@preact/signals'

/** Whether this is a phone, on which a keyboard would cover what one came to read. */
export const isPhone = following('(max-width: 719px)', false)

const two = following('(min-width: 1240px)', true)
const three = following('(min-width: 1720px)', false)

/** How many chats have room side by side. */
export const room: ReadonlySignal<number> = computed(() => (three.value ? 3 : two.value ? 2 : 1))

/** Where nobody can be asked, such as outside a browser, it is `otherwise`. */
function following(query: string, otherwise: boolean) {
  const media = globalThis.matchMedia?.(query)
  const matches = signal(media?.matches ?? otherwise)
  media?.addEventListener('change', ({ matches: now }) => {
    matches.value = now
  })
  return matches
}
