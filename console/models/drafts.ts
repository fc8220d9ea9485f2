import { createModel, effect, type Signal, signal } from '@preact/signals'
import type { Store } from '../../shared/client/storage.ts'

/** What is being written in a chat and not yet sent. */
export interface Draft {
  reply: string
  note: string
}

/** Where it goes: to the requester, or to colleagues alone. */
export type Lane = keyof Draft

const prefix = 'firstline:draft:'
const nothing: Draft = { reply: '', note: '' }

/** Drafts, one per chat and lane, kept in this browser until they are sent or their writer signs out. */
export const DraftsModel = createModel((store: Store) => {
  // One signal for each chat: whoever writes in one makes no other be drawn again.
  const drafts = new Map<string, Signal<Draft>>()
  const lanes = new Map<string, Signal<Lane>>()

  const of = (conversation: string) => found(drafts, conversation, () => parsed(store.get(prefix + conversation)))
  const lane = (conversation: string) => found<Lane>(lanes, conversation, () => 'reply')

  // Another tab of the same agent wrote.
  effect(() =>
    store.onChange((key) => {
      const conversation = key?.startsWith(prefix) ? key.slice(prefix.length) : null
      if (conversation && drafts.has(conversation)) of(conversation).value = parsed(store.get(prefix + conversation))
    }),
  )

  function keep(conversation: string, draft: Draft) {
    of(conversation).value = draft
    if (draft.reply || draft.note) store.set(prefix + conversation, JSON.stringify(draft))
    else store.remove(prefix + conversation)
  }

  return {
    of,
    lane,
    choose(conversation: string, wanted: Lane) {
      lane(conversation).value = wanted
    },
    write: (conversation: string, lane: Lane, text: string) => keep(conversation, { ...of(conversation).peek(), [lane]: text }),
    /** Whoever signs out leaves nothing behind on a shared computer. */
    clear() {
      for (const key of store.keys(prefix)) store.remove(key)
      for (const draft of drafts.values()) draft.value = nothing
    },
  }
})

export type Drafts = InstanceType<typeof DraftsModel>

function found<T>(all: Map<string, Signal<T>>, key: string, begin: () => T): Signal<T> {
  const one = all.get(key) ?? signal(begin())
  all.set(key, one)
  return one
}

function parsed(kept: string | null): Draft {
  try {
    const draft: Partial<Draft> | null = JSON.parse(kept ?? 'null')
    return draft ? { reply: String(draft.reply ?? ''), note: String(draft.note ?? '') } : nothing
  } catch {
    return nothing
  }
}
