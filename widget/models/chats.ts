import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import { openRequesterChat, type RequesterChat } from '../../shared/client/chat.ts'
import type { Connection } from '../../shared/client/connection.ts'
import { conversationsWithUnsent } from '../../shared/client/outbox.ts'
import { untilAnswered } from '../../shared/client/retry.ts'
import type { Store } from '../../shared/client/storage.ts'
import type { Visible } from '../../shared/conversation.ts'
import type { Reception } from '../../shared/protocol/visit.ts'
import { Refused } from '../../shared/refusal.ts'

import { revive } from './revival.ts'

/** One of my conversations as the home screen lists it. */
export type Listed = Visible & { unread: number }

/** My conversations: the list of them, and those that are alive here. */
export interface Chats {
  reception: ReadonlySignal<Reception | null>
  conversations: ReadonlySignal<readonly Listed[] | null>
  /** The one on the screen. */
  chat: ReadonlySignal<RequesterChat | null>
  unread: ReadonlySignal<number>
  going: ReadonlySignal<boolean>
  /** `key` says who asks, where that is not said by the connection. */
  begin(connection: Connection, me: string, key?: Record<string, string>): void
  end(): void
  /** The living chat of a conversation, begun if need be; null while nobody visits. */
  of(conversation: string): RequesterChat | null
  look(): Promise<void>
}

interface Setup {
  store: Store
  current: { value: string | null; peek(): string | null }
  shown: ReadonlySignal<boolean>
}

/** As many open conversations are followed at once, so that the launcher counts what arrives in any of them. */
const followed = 5

export function createChats({ store, current, shown }: Setup): Chats {
  const reception = signal<Reception | null>(null)
  const listed = signal<readonly Listed[] | null>(null)
  const alive = signal<ReadonlyMap<string, RequesterChat>>(new Map())
  const visitor = signal<{ connection: Connection; me: string; key: Record<string, string> } | null>(null)
  let ending = new AbortController()
  let undo: (() => void)[] = []

  function begin(connection: Connection, me: string, key: Record<string, string> = {}) {
    ending = new AbortController()
    visitor.value = { connection, me, key }
    for (const id of conversationsWithUnsent(store, me)) of(id)
    undo.push(
      connection.onBack(() => void look()),
      connection.on('reception:changed', (news) => {
        reception.value = news
      }),
      effect(follow),
    )
  }

  function end() {
    ending.abort()
    for (const back of undo) back()
    undo = []
    for (const chat of alive.peek().values()) chat.dispose()
    batch(() => {
      alive.value = new Map()
      visitor.value = null
      listed.value = null
      reception.value = null
    })
  }

  function of(conversation: string) {
    const known = alive.peek().get(conversation)
    const who = visitor.peek()
    if (known || !who) return known ?? null
    const chat = untracked(() => openRequesterChat({ ...who, store, conversation }))
    alive.value = new Map([...alive.peek(), [conversation, chat]])
    undo.push(untracked(() => revive(chat)))
    return chat
  }

  async function look() {
    const who = visitor.peek()
    if (!who) return
    const { signal: stop } = ending
    try {
      const seen = await untilAnswered(who.connection, () => who.connection.ask('visit:look', {}), stop)
      if (stop.aborted) return
      batch(() => {
        reception.value = seen.reception
        listed.value = seen.conversations
      })
    } catch (error) {
      if (!stop.aborted && !(error instanceof Refused)) throw error
    }
  }

  /** Brings to life what is open or on the screen. */
  function follow() {
    const open = (listed.value ?? []).filter(isOpen).slice(0, followed)
    for (const { id } of open) of(id)
    if (current.value) of(current.value)
  }

  const conversations = computed(() => listed.value && withAlive(listed.value, alive.value))
  return {
    reception,
    conversations,
    chat: computed(() => (current.value ? (alive.value.get(current.value) ?? null) : null)),
    unread: computed(() => (conversations.value ?? []).reduce((sum, { id, unread }) => sum + (isRead(id) ? 0 : unread), 0)),
    going: computed(
      () => (conversations.value ?? []).some(isOpen) || [...alive.value.values()].some((chat) => chat.outgoing.value.length > 0),
    ),
    begin,
    end,
    of,
    look,
  }

  function isRead(id: string) {
    return shown.value && current.value === id
  }
}

/** The list says how things stood; a living chat says how they stand. */
function withAlive(listed: readonly Listed[], alive: ReadonlyMap<string, RequesterChat>): Listed[] {
  const fresh = [...alive].flatMap(([id, chat]) => {
    const state = chat.state.value
    return state ? [{ ...state, id, unread: chat.unread.value }] : []
  })
  const stale = listed.filter(({ id }) => !fresh.some((one) => one.id === id))
  return [...fresh, ...stale].sort((one, other) => other.number - one.number)
}

/** Whether news may still come of it. */
const isOpen = ({ status, ticketStatus }: Visible) => status !== 'ended' && (status !== 'unrouted' || ticketStatus === 'open')
