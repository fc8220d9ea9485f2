import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import { type AgentChat, openAgentChat } from '../../shared/client/chat.ts'
import type { Connection } from '../../shared/client/connection.ts'
import type { Store } from '../../shared/client/storage.ts'
import type { Place } from '../../shared/ui/place.ts'
import type { Desk } from './desk.ts'
import { fitting, joined, replaced } from './panes.ts'

interface Needs {
  connection: Connection
  store: Store
  me: string
  desk: Desk
  /** How many chats have room side by side. */
  room: ReadonlySignal<number>
}

/** The chats that are alive in this console: all of mine, so that changing between them takes no time, and what I look at. */
export const ChatsModel = createModel(({ connection, store, me, desk, room }: Needs) => {
  const open = signal<ReadonlyMap<string, AgentChat>>(new Map())
  const shown = signal<readonly string[]>([])
  /** What is on the screen, from left to right: as many as have room. */
  const panes = computed(() => fitting(shown.value, focus.value, room.value))
  /** Others that are looked at elsewhere, such as on a ticket's page. */
  const watched = signal<readonly string[]>([])
  /** Which of them the keyboard and the panel at the right belong to. */
  const focus = signal<string | null>(null)
  /** Who was called to the screen and wants the cursor. */
  const summoned = signal<string | null>(null)
  /** Whether the panel about the chat is open, where it has no place of its own. */
  const about = signal(false)
  /** Which chat is being wrapped up while it still goes on. */
  const resolving = signal<string | null>(null)
  /** Which chat is being handed over. */
  const transferring = signal<string | null>(null)
  /** Whose work is about to be sent to another team. */
  const escalating = signal<string | null>(null)
  /** Whose requester is about to be promised news. */
  const promising = signal<string | null>(null)
  /** Where one was reading in each. */
  const places = new Map<string, Place>()

  effect(() => {
    const wanted = new Set([...desk.allMine.value.map(({ id }) => id), ...shown.value, ...watched.value])
    open.value = matched(open.peek(), wanted)
  })
  effect(() => {
    for (const { state } of open.value.values()) if (state.value) desk.follow(state.value)
  })
  effect(() => () => {
    for (const chat of open.peek().values()) chat.dispose()
  })

  function matched(now: ReadonlyMap<string, AgentChat>, wanted: ReadonlySet<string>) {
    if (now.size === wanted.size && [...wanted].every((id) => now.has(id))) return now
    for (const [id, chat] of now) if (!wanted.has(id)) chat.dispose()
    return new Map([...wanted].map((conversation) => [conversation, now.get(conversation) ?? begun(conversation)]))
  }
  const begun = (conversation: string) => openAgentChat({ connection, store, conversation, me })

  const sum = (of: (chat: AgentChat) => number) => desk.allMine.value.reduce((total, { id }) => total + numberIn(open.value.get(id), of), 0)
  const unread = computed(() => sum((chat) => chat.unread.value))
  /** Entries that came late, because the line was down when they were written. */
  const caughtUp = computed(() => sum((chat) => chat.caughtUp.value))

  /** Looks at one, in the place of what had the focus. */
  function show(id: string) {
    if (focus.peek() === id) return
    shown.value = replaced(shown.peek(), focus.peek(), id)
    focus.value = id
    summoned.value = id
  }

  /** The cursor goes to where one writes in it. */
  function summon(id: string) {
    summoned.value = id
  }

  /** Looks at one beside what is there. */
  function beside(id: string) {
    shown.value = joined(shown.peek(), focus.peek(), id)
    focus.value = id
    summoned.value = id
  }

  /** Keeps one alive; returns the undo. */
  function watch(id: string) {
    watched.value = [...watched.peek(), id]
    return () => {
      watched.value = watched.peek().toSpliced(watched.peek().indexOf(id), 1)
    }
  }

  /** Closes one; returns the one that is left beside it. */
  function hide(id: string): string | null {
    const at = shown.peek().indexOf(id)
    shown.value = shown.peek().filter((one) => one !== id)
    if (focus.peek() === id) focus.value = shown.peek()[Math.max(0, at - 1)] ?? null
    if (resolving.peek() === id) resolving.value = null
    return focus.peek()
  }

  /** Mine in the order of the list, by which the keys 1 to 9 count. */
  const inOrder = () => [...desk.mine.peek(), ...desk.toWrapUp.peek()].map(({ id }) => id)

  /** The next or previous of mine after the one in focus, round and round. */
  function neighbour(step: 1 | -1): string | null {
    const ids = inOrder()
    const at = ids.indexOf(focus.peek() ?? '')
    if (at < 0) return ids[0] ?? null
    return ids[(at + step + ids.length) % ids.length] ?? null
  }

  /** Shows the panel about this chat. */
  function openAbout(id: string) {
    focus.value = id
    about.value = true
  }
  function closeAbout() {
    about.value = false
  }
  function toggleAbout() {
    about.value = !about.peek()
  }

  /** Begins to wrap one up, or leaves it with null. */
  function resolve(id: string | null) {
    resolving.value = id
    if (id) summoned.value = id
  }

  /** The one of mine that waits longest and is not on the screen. */
  const notShown = () => inOrder().find((id) => !panes.peek().includes(id))

  /** Where one was reading in this chat. */
  function placeOf(id: string): Place {
    const place = places.get(id) ?? { fromEnd: 0, heights: new Map() }
    places.set(id, place)
    return place
  }

  return {
    open,
    panes,
    focus,
    summoned,
    about,
    resolving,
    transferring,
    promising,
    escalating,
    room,
    unread,
    caughtUp,
    summon,
    openAbout,
    closeAbout,
    toggleAbout,
    resolve,
    show,
    beside,
    hide,
    watch,
    neighbour,
    inOrder,
    notShown,
    placeOf,
  }
})

const numberIn = (chat: AgentChat | undefined, of: (chat: AgentChat) => number) => (chat ? of(chat) : 0)

export type Chats = InstanceType<typeof ChatsModel>
