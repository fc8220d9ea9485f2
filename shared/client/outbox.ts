import { type ReadonlySignal, signal } from '@preact/signals'
import type { AttachedFile } from '../files.ts'
import type { Left } from '../protocol/conversation.ts'
import { Refused } from '../refusal.ts'
import type { Connection } from './connection.ts'
import { newId } from './ids.ts'
import { untilAnswered } from './retry.ts'
import type { Store } from './storage.ts'
import { type Unsent, unsentIn, unsentKey, unsentKeys, type Written } from './unsent.ts'

export interface Outbox {
  unsent: ReadonlySignal<readonly Unsent[]>
  /** Kept before this returns, then sent in order, one at a time; files take their own time. The id of an opening is the new conversation's. */
  put(act: Written, id?: string, files?: readonly AttachedFile[]): void
  /** Tries a refused one again. */
  again(id: string): void
  /** Sends the words of a refused one, and lets go of its files. */
  withoutFiles(id: string): void
  /** Lets go of a refused one. */
  discard(id: string): void
  dispose(): void
}

interface Setup {
  connection: Pick<Connection, 'ask' | 'state'>
  store: Store
  conversation: string
  /** Who writes: what someone else wrote in this browser is not sent in his name. */
  me: string
  /** Resolves when these files are at the desk, and rejects with `Refused` if one of them never will be. */
  arrived(files: readonly string[]): Promise<void>
  onSent(sent: Unsent, left: Left): void
}

/** What was written in one conversation and is not yet confirmed. It survives a reload, and two tabs may share it. */
export function createOutbox({ connection, store, conversation, me, arrived, onSent }: Setup): Outbox {
  const read = () => unsentIn(store, conversation).filter(({ by }) => by === me)
  const unsent = signal<readonly Unsent[]>(read())
  const stop = new AbortController()
  /** Messages whose files are waited for, and those whose files are all at the desk. */
  const waiting = new Set<string>()
  const complete = new Set<string>()
  let sending = false

  const keyOf = (one: Unsent) => unsentKey(conversation, one)
  const keep = (one: Unsent) => store.set(keyOf(one), JSON.stringify(one))
  const changed = () => {
    unsent.value = read()
    void sendAll()
  }

  async function sendAll() {
    if (sending) return
    sending = true
    try {
      for (let next = first(); next && !stop.signal.aborted; next = first()) await send(next)
    } finally {
      sending = false
    }
  }
  const first = () => unsent.peek().find((one) => !one.refused && !isWaiting(one))

  /** Words do not wait behind a message whose files are still on their way. */
  function isWaiting(one: Unsent) {
    const { id, act } = one
    if (!('files' in act && act.files) || complete.has(id)) return false
    if (waiting.has(id)) return true
    waiting.add(id)
    void arrived(act.files)
      .then(
        () => void complete.add(id),
        (error: unknown) => refuseTo(one, error),
      )
      .finally(() => {
        waiting.delete(id)
        if (!stop.signal.aborted) changed()
      })
    return true
  }

  function refuseTo(one: Unsent, error: unknown) {
    if (stop.signal.aborted) return
    if (!(error instanceof Refused)) throw error
    // Another tab may have sent it meanwhile, or its writer let go of it.
    if (store.get(keyOf(one))) keep({ ...one, refused: error.code })
  }

  async function send(one: Unsent) {
    try {
      const ask = () => connection.ask('conversation:act', { conversation, id: one.id, act: one.act })
      const left = await untilAnswered(connection, ask, stop.signal)
      store.remove(keyOf(one))
      onSent(one, left)
    } catch (error) {
      refuseTo(one, error)
    }
    unsent.value = read()
  }

  const stopListening = store.onChange((key) => {
    if (key === null || key.startsWith(unsentKeys(conversation))) changed()
  })
  void sendAll()

  return {
    unsent,
    put(act, id = newId(), files) {
      const n = 1 + Math.max(0, ...read().map((one) => one.n))
      keep({ id, n, by: me, at: new Date().toISOString(), act, ...(files && { files }), refused: null })
      changed()
    },
    again(id) {
      for (const one of unsent.peek()) if (one.id === id) keep({ ...one, refused: null })
      changed()
    },
    withoutFiles(id) {
      for (const one of unsent.peek()) {
        if (one.id !== id || !one.refused || one.act.kind === 'open') continue
        const { files: _, ...act } = one.act
        const { files: __, ...words } = one
        keep({ ...words, act, refused: null })
      }
      changed()
    },
    discard(id) {
      const gone = unsent.peek().find((one) => one.id === id && one.refused)
      // What was to follow an opening has nowhere to go without it.
      for (const one of unsent.peek()) if (one === gone || gone?.act.kind === 'open') store.remove(keyOf(one))
      changed()
    },
    dispose() {
      stop.abort()
      stopListening()
    },
  }
}
