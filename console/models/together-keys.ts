import type { HandOvers } from './hand-overs.ts'
import { type Deed, isOneOf, shortcuts } from './shortcuts.ts'

/** The keys for what colleagues have to do with each other; returns their undo. */
export function watchTogether(handOvers: HandOvers): () => void {
  const acts: Partial<Record<Deed, () => unknown>> = {
    takeShift() {
      const wanted = handOvers.opened.peek() ?? handOvers.forMe.peek()[0]
      return wanted?.state === 'open' && handOvers.forMe.peek().includes(wanted) ? void handOvers.accept(wanted) : false
    },
  }
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const deed = shortcuts.find(({ does, keys }) => does in acts && isOneOf(keys, event))?.does
    if (!deed || acts[deed]?.() === false) return
    event.preventDefault()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}
