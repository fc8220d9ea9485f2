import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import { type AgentChat, openAgentChat } from '../../shared/client/chat.ts'
import type { Connection } from '../../shared/client/connection.ts'
import type { Store } from '../../shared/client/storage.ts'
import type { Desk } from './desk.ts'

interface Needs {
  connection: Connection
  store: Store
  me: string
  desk: Desk
  /** Whether two chats have room side by side. */
  wide: ReadonlySignal<boolean>
}

/** The chats that are alive in this console: all of mine, so that changing between them takes no time, and what I look at. */
export const ChatsModel = createModel(({ connection, store, me, desk, wide }: Needs) => {
  const open = signal<ReadonlyMap<string, AgentChat>>(new Map())
  const shown = signal<readonly string[]>([])
  /** What is on the screen, from left to right: one, or two side by side. */
  const panes = computed(() => (wide.value ? shown.value : shown.value.filter((id) => id === focus.value)))
  /** Others that are looked at elsewhere, such as on a ticket's page. */
  const watched = signal<readonly string[]>([])
  /** Which of them the keyboard and the panel at the right belong to. */
  const focus = signal<string | null>(null)
  /** Who was called to the screen and wants the cursor. */
  const summoned = signal<string | null>(null)
  /** Whether the panel about the chat is open, where it has no place of its own. */
  const about = signal(false)

  effect(() => {
    const wanted = new Set([...(desk.board.value?.mine ?? []).map(({ id }) => id), ...shown.value, ...watched.value])
    open.value = matched(open.peek(), wanted)
  })
  effect(() => {
    for (const { state } of open.value.values()) if (state.value) desk.follow(state.value)
  })
  effect(() => () => {
    for (const chat of open.peek().values()) chat.dispose()
  })

  function matched(now: ReadonlyMap<string, AgentChat>, wanted: ReadonlySet<string>) {
    for (const [id, chat] of now) if (!wanted.has(id)) chat.dispose()
    return new Map([...wanted].map((conversation) => [conversation, now.get(conversation) ?? begun(conversation)]))
  }
  const begun = (conversation: string) => openAgentChat({ connection, store, conversation, me })

  const unread = computed(() => (desk.board.value?.mine ?? []).reduce((sum, { id }) => sum + (open.value.get(id)?.unread.value ?? 0), 0))

  /** Looks at one, in the place of what had the focus. */
  function show(id: string) {
    if (focus.peek() === id) return
    const before = shown.peek()
    const at = before.indexOf(focus.peek() ?? '')
    if (!before.includes(id)) shown.value = at < 0 || !wide.peek() ? [id] : before.with(at, id)
    focus.value = id
    summoned.value = id
  }

  /** The cursor goes to where one writes in it. */
  function summon(id: string) {
    summoned.value = id
  }

  /** Looks at one beside what is there. */
  function beside(id: string) {
    const left = focus.peek()
    shown.value = left && left !== id ? [left, id] : [id]
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

  /** Closes one; returns the one that is left. */
  function hide(id: string): string | null {
    shown.value = shown.peek().filter((one) => one !== id)
    if (focus.peek() === id) focus.value = shown.peek()[0] ?? null
    return focus.peek()
  }

  /** The next or previous of mine after the one in focus, round and round. */
  function neighbour(step: 1 | -1): string | null {
    const ids = [...desk.mine.peek(), ...desk.toWrapUp.peek()].map(({ id }) => id)
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

  return { open, panes, focus, summoned, about, summon, openAbout, closeAbout, wide, unread, show, beside, hide, watch, neighbour }
})

export type Chats = InstanceType<typeof ChatsModel>
