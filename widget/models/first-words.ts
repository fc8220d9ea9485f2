import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import { untilAnswered } from '../../shared/client/retry.ts'
import type { Store } from '../../shared/client/storage.ts'
import { type Unsent, unsentKey, type Written } from '../../shared/client/unsent.ts'
import { Refused } from '../../shared/refusal.ts'

/** What opens a conversation. */
export type Opening = Extract<Written, { kind: 'open' }>

/** Requests that are sent before the rest of a chat has been fetched. They are kept where its outbox finds them. */
export interface FirstWords {
  /** Whether one of them is still without its chat. */
  going: ReadonlySignal<boolean>
  say(asked: { connection: Connection; me: string; conversation: string; opening: Opening }): void
  /** The chat of this conversation is there, and sends what is kept by itself. */
  handOver(conversation: string): void
  end(): void
}

export function createFirstWords(store: Store): FirstWords {
  const sending = signal<ReadonlyMap<string, AbortController>>(new Map())

  function handOver(conversation: string) {
    const others = new Map(sending.peek())
    others.get(conversation)?.abort()
    if (others.delete(conversation)) sending.value = others
  }

  return {
    going: computed(() => sending.value.size > 0),
    say({ connection, me, conversation, opening }) {
      const stop = new AbortController()
      const one: Unsent = { id: conversation, n: 1, by: me, at: new Date().toISOString(), act: opening, refused: null }
      const key = unsentKey(conversation, one)
      store.set(key, JSON.stringify(one))
      sending.value = new Map([...sending.peek(), [conversation, stop]])
      untilAnswered(connection, () => connection.ask('conversation:act', { conversation, id: one.id, act: opening }), stop.signal).then(
        () => store.remove(key),
        (error: unknown) => {
          if (stop.signal.aborted) return
          if (!(error instanceof Refused)) throw error
          store.set(key, JSON.stringify({ ...one, refused: error.code }))
        },
      )
    },
    handOver,
    end() {
      for (const conversation of sending.peek().keys()) handOver(conversation)
    },
  }
}
