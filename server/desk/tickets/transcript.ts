import type { PublicEntry } from '../../../shared/entry.ts'
import { evolveVisible, type Visible } from '../../../shared/visible.ts'

/** Where a conversation stands for its requester, folded from the public entries that he may see; `last` counts what was said too. */
export function visibleFrom(entries: readonly PublicEntry[], last: number): Visible | null {
  const state = entries.reduce<Visible | null>(evolveVisible, null)
  return state && { ...state, last }
}
