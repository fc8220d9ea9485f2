import { type Signal, signal } from '@preact/signals'
import type { Store } from '../../shared/client/storage.ts'
import { type DraftCopy, noDraft } from './draft-copy.ts'

/** Where it goes: to the requester, or to colleagues alone. */
export type Lane = 'reply' | 'note'

/** What is being written in a chat and not yet sent. */
export type Drafted = Record<Lane, DraftCopy>

const everybodys = 'firstline:draft:'
const lanes: readonly Lane[] = ['reply', 'note']

/**
 * The copies of all drafts of one agent in this browser, which its tabs share: whichever tab changes one begins from what
 * another left. What somebody else left here is neither shown nor told the desk in this one's name.
 */
export function draftShelf(store: Store, me: string) {
  const prefix = `${everybodys}${me}:`
  // One signal for each chat: whoever writes in one makes no other be drawn again.
  const drafts = new Map<string, Signal<Drafted>>()
  let isCleared = false

  function of(conversation: string): Signal<Drafted> {
    const one = drafts.get(conversation) ?? signal(parsed(store.get(prefix + conversation), nothing))
    drafts.set(conversation, one)
    return one
  }

  function read(conversation: string) {
    return parsed(store.get(prefix + conversation), of(conversation).peek())
  }

  const keyOf = (conversation: string, lane: Lane) => `${conversation} ${lane}`
  const parts = (key: string): [conversation: string, lane: Lane] => {
    const [conversation = '', lane] = key.split(' ')
    return [conversation, lane === 'note' ? 'note' : 'reply']
  }

  return {
    of,
    keyOf,
    /** As the wire calls them. */
    partsOf(key: string) {
      const [conversation, lane] = parts(key)
      return { conversation, lane: lane === 'note' ? ('internal' as const) : ('public' as const) }
    },
    copy(key: string): DraftCopy {
      const [conversation, lane] = parts(key)
      return of(conversation).peek()[lane]
    },
    change(key: string, how: (copy: DraftCopy) => DraftCopy) {
      if (isCleared) return
      const [conversation, lane] = parts(key)
      const before = read(conversation)
      const next = { ...before, [lane]: how(before[lane]) }
      of(conversation).value = next
      if (lanes.some((one) => isSomething(next[one]))) store.set(prefix + conversation, JSON.stringify(next))
      else store.remove(prefix + conversation)
    },
    /** All that this browser keeps. */
    keys: () => store.keys(prefix).flatMap((key) => lanes.map((lane) => keyOf(key.slice(prefix.length), lane))),
    /** Another tab of the same agent wrote. */
    reread(key: string | null) {
      const conversation = key?.startsWith(prefix) ? key.slice(prefix.length) : null
      if (conversation && drafts.has(conversation)) of(conversation).value = read(conversation)
    },
    clear() {
      for (const key of store.keys(everybodys)) store.remove(key)
      for (const draft of drafts.values()) draft.value = nothing
      isCleared = true
    },
  }
}

const nothing: Drafted = { reply: noDraft, note: noDraft }

const isSomething = ({ text, aside, kept }: DraftCopy) => text !== '' || aside.length > 0 || kept.text !== '' || kept.aside.length > 0

/** What nothing is kept of is empty; how far its versions had come is still known in this tab. */
function parsed(kept: string | null, known: Drafted): Drafted {
  const found: Partial<Record<Lane, Partial<DraftCopy>>> | null = safely(kept)
  return { reply: copyOf(found?.reply, known.reply), note: copyOf(found?.note, known.note) }
}

const copyOf = (found: Partial<DraftCopy> | undefined, { kept }: DraftCopy): DraftCopy =>
  found?.kept ? { ...noDraft, ...found } : { ...noDraft, kept: { ...noDraft.kept, version: kept.version } }

function safely(kept: string | null) {
  try {
    return JSON.parse(kept ?? 'null')
  } catch {
    return null
  }
}
