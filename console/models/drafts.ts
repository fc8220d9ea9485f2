import { createModel, effect, type Signal, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import { NotReached } from '../../shared/client/not-reached.ts'
import { untilAnswered } from '../../shared/client/retry.ts'
import type { Store } from '../../shared/client/storage.ts'
import type { Draft } from '../../shared/protocol/draft.ts'
import { Refused } from '../../shared/refusal.ts'
import { agreed, type DraftCopy, gone, hasNewAside, isAhead, letGo, putAside, takenUp, wordsOf } from './draft-copy.ts'
import { createPost } from './draft-post.ts'
import { type Drafted, draftShelf, type Lane } from './draft-shelf.ts'
import { unhurried } from './unhurried-store.ts'

export type { Lane } from './draft-shelf.ts'

/**
 * Drafts, one per chat and lane: at once in this browser, where they outlast a reload and a cut line, and within a second at the
 * desk, which brings them to their writer's other devices.
 */
export const DraftsModel = createModel((browser: Store, line: Pick<Connection, 'ask' | 'on' | 'onBack' | 'state'>, me: string) => {
  const store = unhurried(browser)
  const shelf = draftShelf(store, me)
  const chosen = new Map<string, Signal<Lane>>()
  const post = createPost(carry)
  let looking = new AbortController()

  const lane = (conversation: string) => {
    const one = chosen.get(conversation) ?? signal<Lane>('reply')
    chosen.set(conversation, one)
    return one
  }

  /** Tells the desk what it does not have. What it says no to, such as words in a chat that is somebody else's now, stays here. */
  async function carry(key: string) {
    const before = shelf.copy(key)
    if (!isAhead(before)) return
    const words = wordsOf(before)
    shelf.change(key, (copy) => ({ ...copy, sent: words }))
    try {
      const { text, aside } = words
      const asked = { ...shelf.partsOf(key), text, aside: [...aside], version: before.kept.version }
      const now = await line.ask('drafts:keep', asked)
      shelf.change(key, (copy) => (now.version === copy.kept.version ? { ...copy, sent: null } : agreed(copy, now)))
      if (isAhead(shelf.copy(key))) post.soon(key)
    } catch (error) {
      if (error instanceof Refused && (error.code === 'unavailable' || error.code === 'too-fast')) post.soon(key)
      else if (!(error instanceof Refused || error instanceof NotReached)) throw error
    }
  }

  function hear(draft: Draft) {
    const key = shelf.keyOf(draft.conversation, laneOf(draft))
    shelf.change(key, (copy) => (draft.version > copy.kept.version ? agreed(copy, draft) : copy))
    if (hasNewAside(shelf.copy(key))) post.soon(key)
  }

  /** How all drafts stand, after the line was down; then tells what was written here meanwhile. */
  async function look() {
    looking.abort()
    looking = new AbortController()
    const { signal: stop } = looking
    const before = new Map(shelf.keys().map((key) => [key, shelf.copy(key).kept]))
    try {
      const { drafts, more } = await untilAnswered(line, () => line.ask('drafts:list', {}), stop)
      if (stop.aborted) return
      for (const draft of drafts) hear(draft)
      const listed = new Set(drafts.map((draft) => shelf.keyOf(draft.conversation, laneOf(draft))))
      for (const [key, kept] of before) {
        const isGone = !more && !listed.has(key) && shelf.copy(key).kept.version === kept.version
        if (isGone) shelf.change(key, gone)
      }
      for (const key of shelf.keys()) if (isAhead(shelf.copy(key))) post.soon(key)
      await post.now()
    } catch (error) {
      if (!stop.aborted && !(error instanceof Refused)) throw error
    }
  }

  effect(() => store.onChange((key) => shelf.reread(key)))
  effect(() => line.on('draft:kept', hear))
  effect(() => line.onBack(() => void look()))
  effect(() => {
    const away = () => {
      store.flush()
      void post.now()
    }
    const hidden = () => document.visibilityState === 'hidden' && away()
    addEventListener('pagehide', away)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      removeEventListener('pagehide', away)
      document.removeEventListener('visibilitychange', hidden)
      store.flush()
      looking.abort()
      post.stop()
    }
  })

  function change(conversation: string, lane: Lane, how: (copy: DraftCopy) => DraftCopy) {
    const key = shelf.keyOf(conversation, lane)
    shelf.change(key, how)
    if (isAhead(shelf.copy(key))) post.soon(key)
  }

  return {
    of: (conversation: string): Signal<Drafted> => shelf.of(conversation),
    lane,
    choose(conversation: string, wanted: Lane) {
      lane(conversation).value = wanted
    },
    write(conversation: string, lane: Lane, text: string) {
      change(conversation, lane, (copy) => ({ ...copy, text }))
      // Emptied: sent, most often, and then nobody should send it on another device.
      if (!text) void post.now()
    },
    /** Takes up again what was written on another device. */
    takeUp: (conversation: string, lane: Lane, text: string) => change(conversation, lane, (copy) => takenUp(copy, text)),
    letGo: (conversation: string, lane: Lane, text: string) => change(conversation, lane, (copy) => letGo(copy, text)),
    layAside: (conversation: string, lane: Lane, text: string) => change(conversation, lane, (copy) => putAside(copy, text)),
    /** Whoever turns away may go on elsewhere. */
    tell: () => post.now(),
    /** Whoever signs out leaves nothing behind on a shared computer; the desk keeps it for him. */
    clear() {
      looking.abort()
      post.stop()
      shelf.clear()
    },
  }
})

const laneOf = ({ lane }: Draft): Lane => (lane === 'public' ? 'reply' : 'note')

export type Drafts = InstanceType<typeof DraftsModel>
