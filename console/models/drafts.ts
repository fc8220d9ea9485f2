import { createModel, signal } from '@preact/signals'
import type { Store } from '../../shared/client/storage.ts'

/** What is being written in a chat and not yet sent. */
export interface Draft {
  reply: string
  note: string
}

const prefix = 'firstline:draft:'
const nothing: Draft = { reply: '', note: '' }

/** Drafts, one per chat, kept in this browser until they are sent or their writer signs out. */
export const DraftsModel = createModel((store: Store) => {
  const all = signal<Readonly<Record<string, Draft>>>(read(store))

  function keep(conversation: string, draft: Draft) {
    const { [conversation]: _, ...others } = all.peek()
    const isEmpty = !draft.reply && !draft.note
    all.value = isEmpty ? others : { ...others, [conversation]: draft }
    if (isEmpty) store.remove(prefix + conversation)
    else store.set(prefix + conversation, JSON.stringify(draft))
  }

  return {
    all,
    write: (conversation: string, lane: keyof Draft, text: string) =>
      keep(conversation, { ...(all.peek()[conversation] ?? nothing), [lane]: text }),
    /** Whoever signs out leaves nothing behind on a shared computer. */
    clear() {
      for (const key of store.keys(prefix)) store.remove(key)
      all.value = {}
    },
  }
})

export type Drafts = InstanceType<typeof DraftsModel>

function read(store: Store): Record<string, Draft> {
  return Object.fromEntries(store.keys(prefix).flatMap((key) => parsed(key.slice(prefix.length), store.get(key))))
}

function parsed(conversation: string, kept: string | null): [string, Draft][] {
  try {
    const draft: Partial<Draft> | null = JSON.parse(kept ?? 'null')
    return draft ? [[conversation, { reply: String(draft.reply ?? ''), note: String(draft.note ?? '') }]] : []
  } catch {
    return []
  }
}
