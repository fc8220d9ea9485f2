import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { MergedFrom } from '../bonds.ts'
import type { Conversation } from '../conversation.ts'
import type { Entry } from '../entry.ts'
import type { GuideOffered, Left, Snapshot } from '../protocol/conversation.ts'
import type { Act } from '../protocol.ts'
import type { Place } from '../queue.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Visible } from '../visible.ts'
import { createChatFiles, type FilesInChat } from './chat-files.ts'
import { keepCompany } from './company.ts'
import type { Connection } from './connection.ts'
import { type Delivery, deliveryOf } from './delivery.ts'
import { newId } from './ids.ts'
import { agentFold, type Fold, requesterFold } from './lanes.ts'
import { createMarks } from './marks.ts'
import { createOutbox } from './outbox.ts'
import { untilAnswered } from './retry.ts'
import type { Store } from './storage.ts'
import { follow, type SnapshotOf } from './sync.ts'
import type { Unsent, Written } from './unsent.ts'

/** One conversation, alive: what its screen shows, and what its reader may do. */
export interface Chat<State> {
  /** Where it stands; null until it is known. */
  state: ReadonlySignal<State | null>
  /** Everything loaded, in the order people see. */
  entries: ReadonlySignal<readonly Entry[]>
  /** What I wrote that is not in the timeline yet, in order. */
  outgoing: ReadonlySignal<readonly Unsent[]>
  /** Why it cannot be shown. */
  refused: ReadonlySignal<RefusalCode | null>
  more: ReadonlySignal<boolean>
  loadingOlder: ReadonlySignal<boolean>
  names: ReadonlySignal<Record<string, string>>
  /** Ids of others who write right now. */
  typing: ReadonlySignal<readonly string[]>
  /** How many entries came late, because the line was down when they were written. */
  caughtUp: ReadonlySignal<number>
  /** Messages of others that I have not seen. */
  unread: ReadonlySignal<number>
  /** A requester's place in the line. */
  place: ReadonlySignal<Place | null>
  /** Guides that a requester may go through while nobody is there. */
  guides: ReadonlySignal<readonly GuideOffered[]>
  /** Others that are read with it as one; null where there are none. */
  merged: ReadonlySignal<readonly MergedFrom[] | null>
  requesterHere: ReadonlySignal<boolean | null>
  requester: ReadonlySignal<(Snapshot & { audience: 'agent' })['requester'] | null>
  /** How far a message of mine got. */
  delivery(entry: Entry): Delivery
  /** Writes; kept and sent whatever happens to the line. */
  write(act: Written): void
  /** Any other act: repeated under one id until the desk answers. */
  act(act: Act): Promise<Left>
  /** I am writing a message. Never called for notes. */
  type(): void
  older(): Promise<void>
  /** The view says whether a reader can see the newest messages. */
  show(isShown: boolean): void
  again(id: string): void
  discard(id: string): void
  /** Files: those that go with the next message, and those to be seen. */
  files: FilesInChat
  /** Opens another one of the same reader, which is alive and seen as long as this one. */
  beside(conversation: string): Chat<State>
  dispose(): void
}

export interface ChatSetup {
  connection: Connection
  store: Store
  conversation: string
  me: string
  /** Headers that say who asks for files; a cookie says it by itself. */
  key?: Record<string, string>
}

export type AgentChat = Chat<Conversation>
export type RequesterChat = Chat<Visible>

/** A conversation as an agent has it. */
export const openAgentChat = (setup: ChatSetup): AgentChat =>
  openChat(setup, agentFold, (snapshot): snapshot is SnapshotOf<Conversation> => snapshot.audience === 'agent')

/** A conversation as its requester has it. */
export const openRequesterChat = (setup: ChatSetup): RequesterChat =>
  openChat(setup, requesterFold, (snapshot): snapshot is SnapshotOf<Visible> => snapshot.audience === 'requester')

const typeEveryMs = 2_500

function openChat<State extends { status: string }>(
  { connection, store, conversation, me, key = {} }: ChatSetup,
  fold: Fold<State>,
  isMine: (snapshot: Snapshot) => snapshot is SnapshotOf<State>,
): Chat<State> {
  const ending = new AbortController()
  const stop = ending.signal
  const place = signal<Place | null>(null)
  const guides = signal<readonly GuideOffered[]>([])
  const merged = signal<readonly MergedFrom[] | null>(null)
  const requester = signal<(Snapshot & { audience: 'agent' })['requester'] | null>(null)
  const confirmed = signal<readonly { one: Unsent; left: Left['left'] }[]>([])
  const shown = signal(false)
  const visible = signal(isVisible())

  const company = keepCompany(connection, conversation, stop)
  const marks = createMarks(connection, conversation)
  const sync = follow({ connection, conversation, fold, stop, isMine, onSnapshot: meet })
  const isOpen = signal(true)
  const files = createChatFiles({ connection, store, conversation, me, key, isOpen })
  const outbox = createOutbox({ connection, store, conversation, me, arrived, onSent: sent })

  function meet(snapshot: Snapshot) {
    company.meet(snapshot)
    merged.value = snapshot.merged ?? null
    if (snapshot.audience === 'agent') requester.value = snapshot.requester
    else {
      place.value = snapshot.place
      guides.value = snapshot.guides ?? []
    }
  }

  function sent(one: Unsent, { left }: Left) {
    // It stays on the screen until its entry arrives, which may be a little later than the answer.
    confirmed.value = [...confirmed.peek(), { one, left }]
    files.desk.peek()?.said(one.files?.map(({ id }) => id) ?? [])
    if (!sync.lanes.peek()) void sync.begin()
  }

  /** What is attached goes along. */
  function write(act: Written) {
    if (act.kind === 'open') return outbox.put(act, conversation)
    const id = newId()
    const going = files.desk.peek()?.take(act.kind === 'say' ? 'public' : 'internal', id) ?? []
    if (going.length > 0) outbox.put({ ...act, files: going.map((one) => one.id) }, id, going)
    else if (act.text) outbox.put(act, id)
  }

  const state = computed(() => sync.lanes.value?.state ?? null)
  const entries = computed<readonly Entry[]>(() => sync.lanes.value?.entries ?? [])
  const acts = computed(() => new Set(entries.value.map(({ act }) => act)))
  const last = computed(() => (sync.lanes.value ? fold.last(sync.lanes.value.state) : { public: 0, internal: 0 }))
  const coming = computed(() => confirmed.value.filter(({ left }) => left.some(({ lane, seq }) => seq > last.value[lane])))
  const outgoing = computed(() => [...coming.value.map(({ one }) => one), ...outbox.unsent.value.filter(({ id }) => !acts.value.has(id))])
  const mySeen = computed(() => company.cursors.value[me]?.seen ?? 0)
  const unread = computed(
    () => entries.value.filter((entry) => (entry.kind === 'said' || isAsked(entry)) && entry.by !== me && entry.seq > mySeen.value).length,
  )
  /** A requester who is asked whether he is still there hears it like a message; to agents it is no news. */
  const isAsked = (entry: Entry) => entry.kind === 'nudged' && state.value !== null && !('requester' in state.value)
  const opening = computed(() => outbox.unsent.value.some(({ act }) => act.kind === 'open'))
  /** Before its opening is confirmed, a conversation that cannot be found is no surprise. */
  const refused = computed(() => (opening.value ? null : sync.refused.value))

  const undo = [
    effect(() => {
      isOpen.value = !opening.value
    }),
    effect(() => company.read(entries.value)),
    effect(() => {
      if (coming.value.length < confirmed.peek().length) confirmed.value = coming.value
    }),
    effect(() => {
      const reached = last.value.public
      if (reached === 0) return
      const isSeen = shown.value && visible.value
      marks.reached(reached, isSeen ? reached : 0)
      if (isSeen) company.moved({ person: me, delivered: reached, seen: reached })
    }),
    connection.on('place:moved', (news) => {
      if (news.conversation === conversation) place.value = { place: news.place, minutes: news.minutes }
    }),
    watchVisibility(() => {
      visible.value = isVisible()
    }),
  ]

  let typedAt = 0
  return {
    state,
    entries,
    outgoing,
    refused,
    more: sync.more,
    loadingOlder: sync.loadingOlder,
    names: company.names,
    typing: computed(() => company.typing.value.filter((person) => person !== me)),
    unread,
    caughtUp: sync.caughtUp,
    place: computed(() => (state.value?.status === 'waiting' ? place.value : null)),
    guides,
    merged,
    requester,
    requesterHere: company.requesterHere,
    delivery: (entry) => deliveryOf(entry.seq, Object.values(company.cursors.value).filter(isOther)),
    write,
    act(act) {
      const id = newId()
      return untilAnswered(connection, () => connection.ask('conversation:act', { conversation, id, act }), stop)
    },
    type() {
      if (Date.now() - typedAt < typeEveryMs) return
      typedAt = Date.now()
      connection.ask('conversation:type', { conversation }).catch(() => {})
    },
    older: sync.older,
    show: (isShown) => {
      shown.value = isShown
    },
    again(id) {
      for (const file of filesOf(id)) files.desk.peek()?.again(file.id)
      outbox.again(id)
    },
    discard(id) {
      letGoOfFiles(id)
      outbox.discard(id)
    },
    files: {
      ...files,
      async sendAlone(given) {
        await (await files.want()).attach('public', given)
        write({ kind: 'say', text: '' })
      },
      sendWithout(id) {
        letGoOfFiles(id)
        outbox.withoutFiles(id)
      },
    },
    beside(id) {
      const other = openChat({ connection, store, conversation: id, me, key }, fold, isMine)
      undo.push(
        effect(() => other.show(shown.value)),
        other.dispose,
      )
      return other
    },
    dispose() {
      ending.abort()
      outbox.dispose()
      files.dispose()
      marks.dispose()
      for (const back of undo) back()
      connection.ask('conversation:close', { conversation }).catch(() => {})
    },
  }

  function filesOf(id: string) {
    return outbox.unsent.peek().find((one) => one.id === id)?.files ?? []
  }
  function letGoOfFiles(id: string) {
    for (const file of filesOf(id)) void files.want().then((desk) => desk.remove(file.id))
  }
  async function arrived(ids: readonly string[]) {
    await (await files.want()).arrived(ids)
  }

  /** Whose cursors tell how far a message of mine got: an agent's message is for the requester, not for colleagues. */
  function isOther({ person }: { person: string }) {
    return requester.value ? person === requester.value.id : person !== me
  }
}

const isVisible = () => document.visibilityState === 'visible'

function watchVisibility(changed: () => void) {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}
