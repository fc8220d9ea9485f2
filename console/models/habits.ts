import { type Signal, signal } from '@preact/signals'
import type { Store } from '../../shared/client/storage.ts'

export type Habits = ReturnType<typeof createHabits>

/** How an agent likes to work on this device. */
export function createHabits(store: Store) {
  return {
    /** Keys without Alt or Ctrl, such as J and K. Whoever speaks to the computer turns them off. */
    singleKeys: kept(store, 'firstline:console:single-keys', true),
    /** Sends after five seconds, in which it can be taken back. */
    undoSend: kept(store, 'firstline:console:undo-send', false),
    /** Tells about offers outside of the page, where the browser allows it. */
    notify: kept(store, 'firstline:console:notify', false),
  }
}

/** A switch that this browser remembers. */
function kept(store: Store, key: string, usual: boolean): Signal<boolean> {
  const wanted = signal(store.get(key) === null ? usual : store.get(key) === 'on')
  wanted.subscribe((on) => {
    if (on !== usual || store.get(key) !== null) store.set(key, on ? 'on' : 'off')
  })
  return wanted
}
