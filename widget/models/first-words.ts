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
  /** The conversations that are still without their chats. */
  begun: ReadonlySignal<readonly string[]>
  /** Whether one of them is still on its way to the desk. */
  sending: ReadonlySignal<boolean>
  say(asked: { connection: Connection; me: string; conversation: string; opening: Opening }): void
  /** The chat of this conversation is there, and sends what is kept by itself. */
  handOver(conversation: string): void
  end(): void
}

export function createFirstWords(store: Store): FirstWords {
  const early = signal<ReadonlyMap<string, { stop: AbortController; isAnswered: boolean }>>(new Map())

  function handOver(conversation: string) {
    const others = new Map(early.peek())
    others.get(conversation)?.stop.abort()
    if (others.delete(conversation)) early.value = others
  }

  return {
    begun: computed(() => [...early.value.keys()]),
    sending: computed(() => [...early.value.values()].some(({ isAnswered }) => !isAnswered)),
    say({ connection, me, conversation, opening }) {
      const stop = new AbortController()
      const one: Unsent = { id: conversation, n: 1, by: me, at: new Date().toISOString(), act: opening, refused: null }
      const key = unsentKey(conversation, one)
      const stands = (isAnswered: boolean) => {
        early.value = new Map([...early.peek(), [conversation, { stop, isAnswered }]])
      }
      store.set(key, JSON.stringify(one))
      stands(false)
      untilAnswered(connection, () => connection.ask('conversation:act', { conversation, id: one.id, act: opening }), stop.signal).then(
        () => {
          store.remove(key)
          if (!stop.signal.aborted) stands(true)
        },
        (error: unknown) => {
          if (stop.signal.aborted) return
          if (!(error instanceof Refused)) throw error
          store.set(key, JSON.stringify({ ...one, refused: error.code }))
          stands(true)
        },
      )
    },
    handOver,
    end() {
      for (const conversation of early.peek().keys()) handOver(conversation)
    },
  }
}
