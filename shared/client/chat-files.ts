import { type ReadonlySignal, signal } from '@preact/signals'
import { attachedPrefix } from './attached-keys.ts'
import type { FileDesk, FileDeskSetup } from './file-desk.ts'
import { insist } from './insist.ts'

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

export function createChatFiles(setup: Omit<FileDeskSetup, 'keys'>): ChatFiles {
  const keys = `${attachedPrefix}${setup.conversation}:`
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
