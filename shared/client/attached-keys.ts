import type { Store } from './storage.ts'

/** How the keys begin under which a browser keeps what is attached. */
export const attachedPrefix = 'firstline:attached:'

/** Forgets all that is on its way: the person leaves this browser. */
export function clearAttached(store: Store) {
  for (const key of store.keys(attachedPrefix)) store.remove(key)
}
