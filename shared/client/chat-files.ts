import { type ReadonlySignal, signal } from '@preact/signals'
import type { FileDesk, FileDeskSetup } from './file-desk.ts'
import { insist } from './insist.ts'
import type { Store } from './storage.ts'

/** The files of a conversation. What works with them is loaded when the first one is chosen or seen. */
export interface ChatFiles {
  /** Null until somebody wants it. */
  desk: ReadonlySignal<FileDesk | null>
  want(): Promise<FileDesk>
  dispose(): void
}

/** As a chat has them, with what it does about its messages. */
export interface FilesInChat extends ChatFiles {
  /** Sends files without words, behind what was written before. */
  sendAlone(files: readonly File[]): Promise<void>
  /** Sends the words of a refused message alone. */
  sendWithout(message: string): void
}

const prefix = 'firstline:attached:'

export function createChatFiles(setup: Omit<FileDeskSetup, 'keys'>): ChatFiles {
  const keys = `${prefix}${setup.conversation}:`
  const desk = signal<FileDesk | null>(null)
  let coming: Promise<FileDesk> | null = null
  let isOver = false

  function want() {
    coming ??= insist(() => import('./file-desk.ts')).then(({ createFileDesk }) => {
      const ours = createFileDesk({ ...setup, keys })
      if (isOver) ours.dispose()
      else desk.value = ours
      return ours
    })
    return coming
  }
  // Something was attached before a reload.
  if (setup.store.keys(keys).length > 0) void want()

  return {
    desk,
    want,
    dispose() {
      isOver = true
      desk.peek()?.dispose()
    },
  }
}

/** Forgets all that is on its way: the person leaves this browser. */
export function clearAttached(store: Store) {
  for (const key of store.keys(prefix)) store.remove(key)
}
