import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Connection } from '../../shared/client/connection.ts'
import { untilAnswered } from '../../shared/client/retry.ts'
import type { Store } from '../../shared/client/storage.ts'
import { conversationsWithUnsent } from '../../shared/client/unsent.ts'
import type { GuardRules } from '../../shared/guard.ts'
import type { Reception } from '../../shared/protocol/visit.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Visible } from '../../shared/visible.ts'
import { createFirstWords, type Opening } from './first-words.ts'
import type { Later } from './later.ts'
import { standingOf } from './standing.ts'

/** One of my conversations as the home screen lists it. */
export type Listed = Visible & { unread: number }

/** My conversations: the list of them, and those that are alive here. */
export interface Chats {
  reception: ReadonlySignal<Reception | null>
  /** For how many days after its end one may be reopened, as far as it is known. */
  reopenDays: ReadonlySignal<number>
  conversations: ReadonlySignal<readonly Listed[] | null>
  /** What is secret at this desk, as far as it is known. */
  guard: ReadonlySignal<GuardRules | null>
  /** The one on the screen, as soon as there is what talking needs. */
  chat: ReadonlySignal<RequesterChat | null>
  unread: ReadonlySignal<number>
  going: ReadonlySignal<boolean>
  /** Whether a request is on its way whose chat is still to come. */
  sending: ReadonlySignal<boolean>
  /** `key` says who asks, where that is not said by the connection. */
  begin(connection: Connection, me: string, key?: Record<string, string>): void
  end(): void
  /** Opens a conversation: kept before this returns, and sent as soon as may be. */
  ask(conversation: string, opening: Opening, files: readonly File[]): void
  look(): Promise<void>
}

interface Setup {
  store: Store
  later: Later
  current: { value: string | null; peek(): string | null }
  shown: ReadonlySignal<boolean>
}

/** As many open conversations are followed at once, so that the launcher counts what arrives in any of them. */
const followed = 5

export function createChats({ store, later, current, shown }: Setup): Chats {
  const reception = signal<Reception | null>(null)
  const guard = signal<GuardRules | null>(null)
  const reopenDays = signal(Number.POSITIVE_INFINITY)
  const listed = signal<readonly Listed[] | null>(null)
  const alive = signal<ReadonlyMap<string, RequesterChat>>(new Map())
  const visitor = signal<{ connection: Connection; me: string; key: Record<string, string> } | null>(null)
  const firstWords = createFirstWords(store)
  let ending = new AbortController()
  let undo: (() => void)[] = []

  function begin(connection: Connection, me: string, key: Record<string, string> = {}) {
    ending = new AbortController()
    visitor.value = { connection, me, key }
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
    firstWords.end()
    for (const chat of alive.peek().values()) chat.dispose()
    batch(() => {
      alive.value = new Map()
      visitor.value = null
      listed.value = null
      reception.value = null
    })
  }

  /** The living chat of a conversation, begun if need be; null while nobody visits, or what it needs is on its way. */
  function of(conversation: string) {
    const known = alive.peek().get(conversation)
    const who = visitor.peek()
    const talk = later.talk.peek()
    if (known || !who || !talk) return known ?? null
    // It sends what is kept: under the same id, so that what was sent before is not sent twice.
    firstWords.handOver(conversation)
    const chat = untracked(() => talk.openRequesterChat({ ...who, store, conversation }))
    alive.value = new Map([...alive.peek(), [conversation, chat]])
    undo.push(untracked(() => talk.revive(chat)))
    return chat
  }

  function ask(conversation: string, opening: Opening, files: readonly File[]) {
    const who = visitor.peek()
    const chat = of(conversation)
    chat?.write(opening)
    if (files.length > 0) void chat?.files.sendAlone(files)
    if (!chat && who) firstWords.say({ ...who, conversation, opening })
    later.bring()
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
        reopenDays.value = seen.reopenDays
        guard.value = seen.guard
      })
    } catch (error) {
      if (!stop.aborted && !(error instanceof Refused)) throw error
    }
  }

  /** Brings to life what is open, on the screen, or not sent yet. */
  function follow() {
    const open = (listed.value ?? []).filter(isOpen).slice(0, followed)
    const who = visitor.peek()
    if (!who) return
    const now = [...conversationsWithUnsent(store, who.me), ...(current.value ? [current.value] : [])]
    if (now.length > 0) later.bring()
    if (later.talk.value) for (const id of [...open.map((one) => one.id), ...firstWords.begun.peek(), ...now]) of(id)
  }

  const conversations = computed(() => listed.value && withAlive(listed.value, alive.value))
  return {
    reception,
    reopenDays,
    guard,
    conversations,
    chat: computed(() => (current.value ? (alive.value.get(current.value) ?? null) : null)),
    unread: computed(() => (conversations.value ?? []).reduce((sum, { id, unread }) => sum + (isRead(id) ? 0 : unread), 0)),
    going: computed(
      () =>
        (conversations.value ?? []).some(isOpen) ||
        firstWords.begun.value.length > 0 ||
        [...alive.value.values()].some((chat) => chat.outgoing.value.length > 0),
    ),
    sending: firstWords.sending,
    begin,
    end,
    ask,
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
export const isOpen = (one: Pick<Visible, 'status' | 'ticketStatus' | 'promise' | 'work'>) =>
  one.status === 'ended' ? standingOf(one) === 'working' : one.status !== 'unrouted' || one.ticketStatus === 'open'
