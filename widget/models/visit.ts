import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Connection, ConnectionState } from '../../shared/client/connection.ts'
import { newId } from '../../shared/client/ids.ts'
import { NotReached } from '../../shared/client/not-reached.ts'
import type { Store } from '../../shared/client/storage.ts'
import type { GuardRules } from '../../shared/guard.ts'
import type { Reception } from '../../shared/protocol/visit.ts'
import type { Act } from '../../shared/protocol.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { spoken } from '../words.ts'
import { createChats, isOpen, type Listed } from './chats.ts'
import type { Door, Introduction, Visitor } from './door.ts'
import type { Front, FrontDesk } from './front-desk.ts'
import {
  dropToken,
  forgetVisit,
  type Kept,
  keepConversation,
  keepDraft,
  keepVisit,
  keptConversation,
  keptDraft,
  keptVisit,
  onDraft,
  subjectOf,
  visitKey,
} from './keepsake.ts'
import type { Later } from './later.ts'

/** Why something did not work, as people are told. */
export type Trouble = RefusalCode | 'not-reached'

/** What is answered to what the desk asks besides. */
export type Answered = NonNullable<Extract<Act, { kind: 'open' }>['answers']>

/** What goes along with a request. */
export interface Besides {
  answers?: Answered
  callBack?: boolean
  /** Its writer says that nothing in it is secret. */
  asIs?: true | undefined
  /** "Me too" to this incident. */
  incident?: string
  /** The guide that he goes through at once. */
  guide?: string
}

/** A requester's visit: who he is, whether anybody is there, and his conversations. */
export interface Visit {
  me: ReadonlySignal<Visitor | null>
  /** Whether an introduction is on its way. */
  introducing: ReadonlySignal<boolean>
  trouble: ReadonlySignal<Trouble | null>
  line: ReadonlySignal<ConnectionState>
  /** By which the server is asked for what only some screens need; null while nobody visits. */
  connection: ReadonlySignal<Connection | null>
  reception: ReadonlySignal<Reception | null>
  /** How the desk words its widget, and what it asks. */
  look: ReadonlySignal<FrontDesk['look'] | null>
  conversations: ReadonlySignal<readonly Listed[] | null>
  /** For how many days after its end a conversation may be reopened. */
  reopenDays: ReadonlySignal<number>
  /** What is secret at this desk, as far as it is known. */
  guard: ReadonlySignal<GuardRules | null>
  /** The conversation on the screen; null is the home screen. */
  current: ReadonlySignal<string | null>
  chat: ReadonlySignal<RequesterChat | null>
  /** What talking needs, once it is there. */
  talk: Later['talk']
  unread: ReadonlySignal<number>
  /** Whether anything of mine is still open. */
  going: ReadonlySignal<boolean>
  /** Whether a request is on its way whose chat is still to come. */
  sending: ReadonlySignal<boolean>
  /** Whether the widget is in front of its reader. */
  shown: ReadonlySignal<boolean>
  introduce(introduction: Introduction): Promise<void>
  /** The host page says who its user is. */
  identify(identity: string): Promise<void>
  /** Files for the next request; only this page's memory has them. */
  chosen: Signal<readonly File[]>
  /** Opens a conversation, and returns its id. What was chosen follows as soon as it is open. */
  ask(topic: string | null, text: string, entrance: 'line' | 'message', besides?: Besides, id?: string): string
  /** Hears anew what the desk asks: it may ask more than it did. */
  askDesk(): void
  open(conversation: string): void
  goHome(): void
  draft(what: string): string
  keepDraft(what: string, text: string): void
  /** Hears what another tab writes; returns its undo. */
  onDraft(what: string, hear: (text: string) => void): () => void
  show(isShown: boolean): void
  /** Ends the visit here and at the server: nothing of it stays in this browser. */
  reset(): Promise<void>
  dispose(): void
}

interface Setup {
  store: Store
  door: Door
  front: Front
  later: Later
  /** `isTalking` says whether a conversation is before somebody's eyes, who should know within seconds that his line is gone. */
  connectAs(token: string, isTalking: () => boolean): Promise<Connection>
}

/** The visit that this browser keeps, if it keeps one. */
export function createVisit({ store, door, front, later, connectAs }: Setup): Visit {
  const kept = signal<Kept | null>(null)
  const introducing = signal(false)
  const trouble = signal<Trouble | null>(null)
  const connection = signal<Connection | null>(null)
  const shown = signal(false)
  const current = signal<string | null>(null)
  const chosen = signal<readonly File[]>([])
  /** What the page said of its user, to be shown once more if the visit is over. */
  let vouched: string | null = null
  const me = computed(() => kept.value?.who ?? null)
  const chats = createChats({ store, later, current, shown })

  function begin(next: Kept) {
    stop()
    // Read first: once somebody is here, what is kept follows what is on the screen.
    const stored = keptConversation(store)
    kept.value = next
    if (stored) current.value = stored
    void connectAs(next.token, isTalking).then((line) => {
      // Someone else may have come, or this one gone, while the line was being laid.
      if (kept.peek() === next) join(line, next)
      else line.close()
    })
  }

  function join(line: Connection, { who, token }: Kept) {
    connection.value = line
    line.on('access:ended', () => forget())
    chats.begin(line, who.id, { authorization: `Bearer ${token}` })
  }

  function isTalking() {
    const state = chats.chat.peek()?.state.peek()
    const isBeforeEyes = shown.peek() && document.visibilityState === 'visible'
    return isBeforeEyes && current.peek() !== null && (!state || isOpen(state))
  }

  function stop() {
    chats.end()
    connection.value?.close()
    connection.value = null
    kept.value = null
    current.value = null
  }

  function forget() {
    stop()
    chosen.value = []
    forgetVisit(store)
  }

  async function introduce(introduction: Introduction) {
    if (introducing.peek()) return
    introducing.value = true
    trouble.value = null
    try {
      const { token, who } = await door.begin(introduction)
      welcome({ token, who, subject: 'identity' in introduction ? subjectOf(introduction.identity) : null })
    } catch (error) {
      trouble.value = troubleOf(error)
    } finally {
      introducing.value = false
    }
  }

  /** What someone else left in this browser is not the newcomer's to see or to send. */
  function welcome(next: Kept) {
    const before = kept.peek()
    if (before?.who.id !== next.who.id) {
      stop()
      const draft = before ? '' : keptDraft(store, 'new')
      forgetVisit(store)
      keepDraft(store, 'new', draft)
    }
    keepVisit(store, next)
    begin(next)
  }

  const undo = [
    // A stranger is told how things stand at the door; whoever is known hears it by his own line.
    effect(() => (shown.value && !me.value ? front.watch() : undefined)),
    effect(() => {
      if (connection.value?.state.value.kind === 'refused') {
        dropToken(store)
        stop()
        if (vouched) void introduce({ identity: vouched })
        vouched = null
      }
    }),
    effect(() => {
      if (me.value) keepConversation(store, current.value)
    }),
    store.onChange((key) => {
      if (key !== null && key !== visitKey) return
      const elsewhere = keptVisit(store)
      if (!elsewhere) stop()
      else if (elsewhere.token !== kept.peek()?.token) begin(elsewhere)
    }),
  ]
  const before = keptVisit(store)
  if (before) begin(before)

  return {
    me,
    introducing,
    trouble,
    connection,
    line: computed(() => connection.value?.state.value ?? { kind: 'connecting' }),
    reception: computed(() => chats.reception.value ?? front.now.value?.reception ?? null),
    look: computed(() => front.now.value?.look ?? null),
    conversations: chats.conversations,
    reopenDays: chats.reopenDays,
    guard: chats.guard,
    current,
    chat: chats.chat,
    talk: later.talk,
    unread: chats.unread,
    going: chats.going,
    sending: chats.sending,
    shown,
    introduce,
    async identify(identity) {
      const subject = subjectOf(identity)
      vouched = identity
      if (!subject || kept.peek()?.subject !== subject) await introduce({ identity })
    },
    chosen,
    askDesk: () => void front.ask(),
    ask(topic, text, entrance, { answers = [], callBack = false, asIs, incident, guide } = {}, id = newId()) {
      // Without what is particular about it, such as its country.
      const [language] = spoken.split('-')
      const besides = { ...(answers.length > 0 && { answers }), ...(callBack && { callBack }), asIs, incident, guide }
      chats.ask(id, { kind: 'open', topic, text, entrance, language, ...besides }, chosen.peek())
      chosen.value = []
      current.value = id
      return id
    },
    open: (conversation) => {
      current.value = conversation
    },
    goHome: () => {
      current.value = null
      void chats.look()
    },
    draft: (what) => keptDraft(store, what),
    keepDraft: (what, text) => keepDraft(store, what, text),
    onDraft: (what, hear) => onDraft(store, what, hear),
    show: (isShown) => {
      shown.value = isShown
    },
    async reset() {
      const token = kept.peek()?.token ?? keptVisit(store)?.token
      vouched = null
      forget()
      // The token is gone from here; if the server cannot be told now, the visit expires there by itself.
      if (token) await door.end(token).catch(() => {})
    },
    dispose() {
      for (const back of undo) back()
      stop()
    },
  }
}

/** Puts what was thrown into a word for people; a bug stays thrown. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refused) return error.code
  if (error instanceof NotReached) return 'not-reached'
  throw error
}
