import { type Conversation, evolve } from '../conversation.ts'
import { type Entry, isPublic, type Lane } from '../entry.ts'
import { evolveVisible, type Visible } from '../visible.ts'

/** How a conversation is folded for one audience, and the last numbers that its state knows of. */
export interface Fold<State> {
  evolve(state: State, entry: Entry): State
  last(state: State): Record<Lane, number>
}

/** As agents see it. */
export const agentFold: Fold<Conversation> = { evolve, last: ({ last }) => last }

/** As its requester sees it: public entries alone. */
export const requesterFold: Fold<Visible> = {
  evolve: (state, entry) => (isPublic(entry) ? evolveVisible(state, entry) : state),
  last: ({ last }) => ({ public: last, internal: 0 }),
}

/** A conversation as far as this client has it without a gap, and what arrived too early. */
export interface Lanes<State> {
  /** Where the conversation stood at the latest snapshot. */
  base: State
  /** What came after that, in order. */
  since: Entry[]
  state: State
  /** Everything loaded, in the one order that people see. */
  entries: Entry[]
  /** Entries beyond a gap; they wait for those between. */
  early: Entry[]
}

/** Begins anew from a snapshot, and keeps what we have if it joins its page without a gap. */
export function fromSnapshot<State>(fold: Fold<State>, state: State, page: readonly Entry[], known: readonly Entry[]): Lanes<State> {
  const reached = fold.last(state)
  const isOld = (entry: Entry) => entry.seq <= reached[entry.lane]
  const all = unique([...known, ...page])
  const old = all.filter(isOld)
  const entries = (isWhole(old) ? old : page.filter(isOld)).sort(inOrder)
  return withEntries(
    fold,
    { base: state, since: [], state, entries, early: [] },
    all.filter((entry) => !isOld(entry)),
  )
}

/** Takes in new entries: those that continue a lane are applied, those beyond a gap wait, those we have are dropped. */
export function withEntries<State>(fold: Fold<State>, lanes: Lanes<State>, news: readonly Entry[]): Lanes<State> {
  const pending = unique([...lanes.early, ...news]).sort((one, other) => one.seq - other.seq)
  const reached = { ...fold.last(lanes.state) }
  const fresh: Entry[] = []
  const early: Entry[] = []
  for (const entry of pending) {
    if (entry.seq === reached[entry.lane] + 1) {
      reached[entry.lane] = entry.seq
      fresh.push(entry)
    } else if (entry.seq > reached[entry.lane]) early.push(entry)
  }
  if (fresh.length === 0) return { ...lanes, early }
  fresh.sort(inOrder)
  const since = behind(lanes.since, fresh)
  // An internal entry may arrive after public ones that it came before: then all that followed the snapshot is folded again.
  const state = isLate(fresh, lanes.since) ? since.reduce(fold.evolve, lanes.base) : fresh.reduce(fold.evolve, lanes.state)
  return { ...lanes, since, early, state, entries: behind(lanes.entries, fresh) }
}

/** Most news comes last; only what does not is put in its place, which takes long in a long conversation. */
function behind(known: readonly Entry[], fresh: readonly Entry[]): Entry[] {
  const all = [...known, ...fresh]
  return isLate(fresh, known) ? all.sort(inOrder) : all
}

function isLate([first]: readonly Entry[], since: readonly Entry[]) {
  const latest = since.at(-1)
  return first !== undefined && latest !== undefined && inOrder(first, latest) < 0
}

/** Puts an older page in front. */
export function withOlder<State>(lanes: Lanes<State>, page: readonly Entry[]): Lanes<State> {
  const older = [...page].sort(inOrder)
  const isApart = !isLate(lanes.entries, older)
  return { ...lanes, entries: isApart ? [...older, ...lanes.entries] : unique([...older, ...lanes.entries]).sort(inOrder) }
}

/** Public entries by number, and each internal one behind the public one it follows. */
export function inOrder(one: Entry, other: Entry): number {
  return publicPlace(one) - publicPlace(other) || laneRank(one) - laneRank(other) || one.seq - other.seq
}

const publicPlace = (entry: Entry) => (entry.lane === 'public' ? entry.seq : entry.after)
const laneRank = (entry: Entry) => (entry.lane === 'public' ? 0 : 1)

/** Whether no number is missing in either lane. */
function isWhole(entries: readonly Entry[]): boolean {
  return (['public', 'internal'] as const).every((lane) => {
    const numbers = entries.filter((entry) => entry.lane === lane).map(({ seq }) => seq)
    return numbers.length === 0 || Math.max(...numbers) - Math.min(...numbers) === numbers.length - 1
  })
}

function unique(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [`${entry.lane}${entry.seq}`, entry])).values()]
}
