import { type ReadonlySignal, signal } from '@preact/signals'
import { type Entry, isPublic } from '../entry.ts'
import type { Snapshot } from '../protocol/conversation.ts'
import { type RefusalCode, Refused } from '../refusal.ts'
import type { Connection } from './connection.ts'
import { type Fold, fromSnapshot, type Lanes, withEntries, withOlder } from './lanes.ts'
import { untilAnswered } from './retry.ts'

/** A snapshot whose state this fold goes on from. */
export type SnapshotOf<State> = Snapshot & { state: State }

/** Keeps one conversation equal to the server's: subscribe, then snapshot, then apply; a gap is healed by asking for what is missing. */
export interface Sync<State> {
  lanes: ReadonlySignal<Lanes<State> | null>
  /** Whether older entries exist. */
  more: ReadonlySignal<boolean>
  loadingOlder: ReadonlySignal<boolean>
  /** Why the conversation cannot be shown. */
  refused: ReadonlySignal<RefusalCode | null>
  /** How many entries came only because we asked for what we had missed. */
  caughtUp: ReadonlySignal<number>
  /** Start-up, return and repair are this one verb. */
  begin(): Promise<void>
  older(): Promise<void>
}

interface Setup<State> {
  connection: Connection
  conversation: string
  fold: Fold<State>
  stop: AbortSignal
  isMine(snapshot: Snapshot): snapshot is SnapshotOf<State>
  /** Called with each snapshot, before its entries are shown. */
  onSnapshot(snapshot: SnapshotOf<State>): void
}

/** Follows a conversation until `stop`. */
export function follow<State>({ connection, conversation, fold, stop, isMine, onSnapshot }: Setup<State>): Sync<State> {
  const lanes = signal<Lanes<State> | null>(null)
  const more = signal(false)
  const loadingOlder = signal(false)
  const refused = signal<RefusalCode | null>(null)
  const caughtUp = signal(0)
  /** Announced after the subscription and before the first snapshot. */
  let ahead: Entry[] = []
  let beginning = false
  let anew = false
  let healing = false

  async function begin() {
    refused.value = null
    anew = true
    if (beginning) return
    beginning = true
    while (anew && !stop.aborted) {
      anew = false
      await beginOnce()
    }
    beginning = false
  }

  async function beginOnce() {
    try {
      const snapshot = await untilAnswered(connection, () => connection.ask('conversation:open', { conversation }), stop)
      if (isMine(snapshot)) adopt(snapshot)
    } catch (error) {
      if (error instanceof Refused) refused.value = error.code
      else if (!stop.aborted) throw error
    }
  }

  function adopt(snapshot: SnapshotOf<State>) {
    const before = lanes.peek()
    const known = before ? [...before.entries, ...before.early] : []
    refused.value = null
    onSnapshot(snapshot)
    const next = fromSnapshot(fold, snapshot.state, snapshot.entries, [...known, ...ahead])
    const oldest = firstPublic(next.entries)
    // What was paged in before a return stays, and so does what was known about pages older than that.
    if (!before || oldest !== firstPublic(before.entries)) more.value = snapshot.more
    ahead = []
    if (before) caughtUp.value += steps(before.state, next.state)
    lanes.value = next
    if (next.early.length > 0) void heal()
  }

  /** How many numbers lie between two states, in both lanes. */
  function steps(before: State, after: State) {
    const [from, to] = [fold.last(before), fold.last(after)]
    return to.public - from.public + (to.internal - from.internal)
  }

  function hear(entries: readonly Entry[]) {
    const before = lanes.peek()
    if (!before) {
      ahead.push(...entries)
      return
    }
    const next = withEntries(fold, before, entries)
    lanes.value = next
    if (next.early.length > 0) void heal()
  }

  async function heal() {
    if (healing) return
    healing = true
    try {
      let goOn = true
      while (goOn && !stop.aborted) goOn = await healOnce()
    } catch (error) {
      if (error instanceof Refused) refused.value = error.code
      else if (!stop.aborted) throw error
    } finally {
      healing = false
    }
  }

  /** Asks for what follows our numbers, and says whether to ask on. */
  async function healOnce() {
    const page = await untilAnswered(connection, () => connection.ask('conversation:catch-up', { conversation, ...reached() }), stop)
    const before = lanes.peek()
    if (!before || page.entries.length === 0) return false
    const next = withEntries(fold, before, page.entries)
    caughtUp.value += steps(before.state, next.state)
    lanes.value = next
    return page.more || next.early.length > 0
  }

  const reached = () => {
    const now = lanes.peek()
    return now ? { public: fold.last(now.state).public, internal: fold.last(now.state).internal } : { public: 0, internal: 0 }
  }

  async function older() {
    const before = lanes.peek()
    if (!before || !more.peek() || loadingOlder.peek()) return
    loadingOlder.value = true
    try {
      const page = await untilAnswered(
        connection,
        () => connection.ask('conversation:page', { conversation, before: firstPublic(before.entries) }),
        stop,
      )
      lanes.value = withOlder(lanes.peek() ?? before, page.entries)
      more.value = page.more
    } finally {
      loadingOlder.value = false
    }
  }

  const undo = [
    connection.on('entries:added', (news) => {
      if (news.conversation === conversation) hear(news.entries)
    }),
    connection.on('numbers:repeated', (news) => {
      if (news.conversation !== conversation || !lanes.peek()) return
      const have = reached()
      if (news.public > have.public || (news.internal ?? 0) > have.internal) void heal()
    }),
    connection.on('conversation:merged', (news) => {
      if (news.conversation === conversation) void begin()
    }),
    connection.onBack(() => void begin()),
  ]
  stop.addEventListener('abort', () => {
    for (const back of undo) back()
  })

  return { lanes, more, loadingOlder, refused, caughtUp, begin, older }
}

const firstPublic = (entries: readonly Entry[]) => entries.find(isPublic)?.seq ?? 0
