import type { PoolClient } from 'pg'
import { type Conversation, carrierOf, evolve } from '../../shared/conversation.ts'
import { type Entry, laneOf, type Trace } from '../../shared/entry.ts'
import { evolveStanding, type Standing } from '../../shared/queue.ts'
import { Refused, refuse } from '../../shared/refusal.ts'
import type { KeptFile } from '../desk/files.ts'
import type { Change, DeskView, Directory, OpenOf, Step } from '../desk/ports.ts'
import type { Memory } from './conversations.ts'
import { newSalt, saltedDigest } from './digest.ts'
import { digestOf } from './entries.ts'
import { filesOf, lockFiles } from './files-said.ts'
import type { KnownConversations } from './known.ts'
import { drawNumbers, type Kept, keptKey, type Locked, lockConversations, lockStandings, readKept, readOpen } from './locks.ts'
import { readOthers } from './others.ts'
import { type Written, writeAll } from './writes.ts'

/**
 * One transaction for many steps: lock the conversations, then the standings, both sorted; decide each on what the
 * one before left; write all at once. A refusal costs only its own step.
 */
export async function keepTogether(memory: Memory, known: KnownConversations, steps: Step[]): Promise<PromiseSettledResult<Change>[]> {
  return (await keepOnce(memory, known, steps, needsOf(memory, statesIn(known, steps), steps))) ?? keepSlowly(memory, known, steps)
}

/** What was known of a conversation was old, and others than its people were locked: once more, and nothing is guessed. */
async function keepSlowly(memory: Memory, known: KnownConversations, steps: Step[]): Promise<PromiseSettledResult<Change>[]> {
  return (await keepOnce(memory, known, steps, null)) ?? refuse('unavailable')
}

/** Returns null, and leaves nothing, if these steps need more than was guessed. */
async function keepOnce(memory: Memory, known: KnownConversations, steps: Step[], guess: Needs | null) {
  const client = await memory.pool.connect()
  let broken: Error | undefined
  try {
    // All that can be asked at once goes out together and is answered in order: a round trip costs more than most statements.
    const [, rows, kept, numbers, guessed] = await Promise.all([
      client.query('begin'),
      lockConversations(client, steps, known),
      readKept(client, steps),
      drawNumbers(client, steps.filter((step) => step.act.kind === 'open' && !known.get(step.conversation)).length),
      guess && meet(client, guess),
    ])
    const locked = new Map([...rows].map(([id, { state }]) => [id, state]))
    const needs = needsOf(memory, locked, steps)
    if (guess && !covers(guess, needs)) {
      broken = await rollback(client)
      return null
    }
    const met = guessed ?? (await meet(client, needs))
    const work = await prepare(client, { ...workWith(memory, locked), kept, numbers, ...met }, steps)
    const results = takeSteps(work, steps)
    await Promise.all([...writeAll(client, work), client.query('commit')])
    learn(known, rows, work)
    return results
  } catch (error) {
    broken = await rollback(client)
    throw error
  } finally {
    client.release(broken)
  }
}

async function rollback(client: PoolClient) {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error('The connection broke')
  }
}

/** All that the steps of one transaction share. */
export interface Work {
  memory: Memory
  directory: Directory
  now: Date
  /** The same moment, as entries have it. */
  at: string
  /** As they were when they were locked, and as they are after the steps so far. */
  locked: ReadonlyMap<string, Conversation>
  conversations: Map<string, Conversation>
  standings: Map<string, Standing>
  /** What is open of the requesters for whom that matters. */
  open: Map<string, OpenOf>
  kept: Map<string, Kept[]>
  numbers: number[]
  digests: Map<string, string>
  /** Those that the steps name and no message carries yet. */
  files: Map<string, KeptFile>
  /** Those that the steps name beside their own. */
  others: Map<string, Conversation>
  touched: Set<string>
  written: Written[]
  /** Made when the first step is decided. */
  view: DeskView | null
}

function learn(known: KnownConversations, rows: Map<string, Locked>, { locked, conversations }: Work) {
  for (const [id, { version, next }] of rows) {
    const state = conversations.get(id)
    if (state) known.learn(id, { state, version: state === locked.get(id) ? version : next })
  }
}

/** Work that begins with these states, and needs nothing else of the database unless it is given. */
export function workWith(memory: Memory, locked: ReadonlyMap<string, Conversation>): Work {
  const now = memory.now()
  return {
    memory,
    // Spread once: what it must work out, it works out for all steps together.
    directory: { ...memory.directory() },
    now,
    at: now.toISOString(),
    locked,
    conversations: new Map(locked),
    standings: new Map(),
    open: new Map(),
    kept: new Map(),
    numbers: [],
    digests: new Map(),
    files: new Map(),
    others: new Map(),
    touched: new Set(),
    written: [],
    view: null,
  }
}

/** Whose rows steps need beside their conversations. */
interface Needs {
  agents: string[]
  requesters: string[]
}

/** What steps need if their conversations stand like this. */
const needsOf = ({ rules }: Memory, states: ReadonlyMap<string, Conversation>, steps: Step[]): Needs => ({
  agents: steps.flatMap((step) => rules.agentsTouched(states.get(step.conversation) ?? null, step)),
  requesters: steps.flatMap((step) => rules.requesterTouched(states.get(step.conversation) ?? null, step) ?? []),
})

const covers = (guess: Needs, needs: Needs) =>
  needs.agents.every((id) => guess.agents.includes(id)) && needs.requesters.every((id) => guess.requesters.includes(id))

async function meet(client: PoolClient, { agents, requesters }: Needs): Promise<Pick<Work, 'standings' | 'open'>> {
  const [standings, open] = await Promise.all([lockStandings(client, agents), readOpen(client, requesters)])
  return { standings, open }
}

const statesIn = (known: KnownConversations, steps: Step[]) =>
  new Map(
    steps.flatMap(({ conversation }) => {
      const one = known.get(conversation)
      return one ? [[conversation, one.state] as const] : []
    }),
  )

async function prepare(client: PoolClient, work: Work, steps: Step[]): Promise<Work> {
  const { rules } = work.memory
  const at = (step: Step) => work.locked.get(step.conversation) ?? null
  const digested = steps.filter((step) => rules.wantsDigest(at(step), step, work.now, work.directory.settings))
  const [files, others, ...digests] = await Promise.all([
    lockFiles(client, steps),
    readOthers(client, steps),
    ...digested.map(async ({ conversation }) => [conversation, await digestOf(client, conversation)] as const),
  ])
  return { ...work, files, others, digests: new Map(digests) }
}

/** Decides each step on what the one before left. */
export const takeSteps = (work: Work, steps: Step[]): PromiseSettledResult<Change>[] =>
  steps.map((step) => settle(() => takeStep(work, step), work.memory))

function settle(take: () => Change, memory: Memory): PromiseSettledResult<Change> {
  try {
    return { status: 'fulfilled', value: take() }
  } catch (error) {
    if (error instanceof Refused) return { status: 'rejected', reason: error }
    memory.onBug(error)
    return { status: 'rejected', reason: new Refused('failed') }
  }
}

function takeStep(work: Work, step: Step): Change {
  const before = work.conversations.get(step.conversation) ?? null
  const earlier = step.id ? work.kept.get(keptKey(step.conversation, step.who.id, step.id)) : undefined
  if (earlier && before) return sameAgain(step, before, earlier)
  const traces = work.memory.rules.decide(before, step, viewOf(work, step))
  return traces.length === 0 ? unchanged(before ?? refuse('not-found')) : writeDown(work, step, before, traces)
}

const unchanged = (conversation: Conversation): Change => ({ before: conversation, conversation, entries: [], standings: [], left: [] })

/** The second answer equals the first; another content under the same id is refused. Erased contents cannot be compared. */
function sameAgain(step: Step, conversation: Conversation, earlier: Kept[]): Change {
  const [first] = earlier
  if (first?.salt && first.act_digest && !saltedDigest(first.salt, step.act).equals(first.act_digest)) refuse('act-differs')
  return { ...unchanged(conversation), left: earlier.map(({ lane, seq }) => ({ lane, seq })) }
}

function viewOf(work: Work, { act, conversation }: Step): DeskView {
  work.view ??= sharedView(work)
  const digest = work.digests.get(conversation) ?? null
  if (act.kind !== 'open' && !digest) return work.view
  return { ...work.view, digest, number: act.kind === 'open' ? (work.numbers.pop() ?? 0) : 0 }
}

/** What all steps of one transaction look at alike. */
const sharedView = ({ directory, now, standings, open, files, others }: Work): DeskView => ({
  ...directory,
  now,
  number: 0,
  standing: (agent) => standings.get(agent) ?? null,
  openOf: (requester) => open.get(requester) ?? { chat: null, messages: 0 },
  digest: null,
  other: (id) => others.get(id) ?? null,
  file: (id) => files.get(id) ?? null,
})

function writeDown(work: Work, step: Step, before: Conversation | null, traces: Trace[]): Change {
  const salt = newSalt()
  const entries = stamp(traces, step, before, work.at)
  const conversation = foldChecked(work, before, entries)
  if (!conversation) throw new Error('A step left no conversation')
  const standings = moveStandings(work, before, conversation, entries)
  work.conversations.set(step.conversation, conversation)
  noteOpen(work.open, before, conversation)
  work.digests.delete(step.conversation)
  // Later steps of the same moment cannot send it again.
  for (const { id } of entries.flatMap(filesOf)) work.files.delete(id)
  const actDigest = step.id ? saltedDigest(salt, step.act) : null
  work.written.push(...entries.map((entry, ordinal) => ({ conversation: step.conversation, entry, ordinal, salt, actDigest })))
  const left = entries.map(({ lane, seq }) => ({ lane, seq }))
  if (step.id)
    work.kept.set(
      keptKey(step.conversation, step.who.id, step.id),
      left.map((one) => ({ ...one, salt, act_digest: actDigest })),
    )
  return { before, conversation, entries, standings, left }
}

function foldChecked({ memory }: Work, before: Conversation | null, entries: Entry[]): Conversation | null {
  return entries.reduce<Conversation | null>((state, entry) => {
    const next = evolve(state, entry)
    memory.rules.checkMove(state, next)
    return next
  }, before)
}

/** A later step of the same moment sees what an earlier one opened or ended. */
function noteOpen(open: Map<string, OpenOf>, before: Conversation | null, { id, requester, status }: Conversation) {
  const known = open.get(requester)
  if (!known || before?.status === status) return
  const isChat = status === 'waiting' || status === 'active' || status === 'held'
  const chat = isChat ? id : known.chat === id ? null : known.chat
  open.set(requester, { chat, messages: known.messages + Number(status === 'unrouted') - Number(before?.status === 'unrouted') })
}

/** Each lane counts on from where it was. */
function stamp(traces: Trace[], { who, id }: Step, before: Conversation | null, at: string): Entry[] {
  const next = { public: before?.last.public ?? 0, internal: before?.last.internal ?? 0 }
  return traces.map((trace) => {
    const lane = laneOf(trace)
    const seq = ++next[lane]
    const stamped: Record<string, unknown> = { ...trace, lane, seq, at, by: who.id }
    if (id) stamped.act = id
    if (lane === 'internal') stamped.after = next.public
    return stamped as unknown as Entry
  })
}

/** The load follows who carries the conversation; what was missed follows the entries. */
function moveStandings(
  { standings, touched, directory }: Work,
  before: Conversation | null,
  after: Conversation,
  entries: Entry[],
): Standing[] {
  const from = before && carrierOf(before)
  const to = carrierOf(after)
  const { settings } = directory
  const moved: Standing[] = []
  for (const agent of new Set([from, to, ...entries.map((entry) => ('agent' in entry ? entry.agent : null))])) {
    const standing = agent ? standings.get(agent) : undefined
    if (!standing) continue
    const load = standing.load + (from === to ? 0 : Number(agent === to) - Number(agent === from))
    const next = entries.reduce(
      (one, entry) => evolveStanding(one, entry, settings),
      load === standing.load ? standing : { ...standing, load },
    )
    if (next === standing) continue
    standings.set(next.agent, next)
    touched.add(next.agent)
    moved.push(next)
  }
  for (const agent of from === to ? [] : [from, to]) {
    if (agent && !standings.has(agent)) throw new Error('A load changed whose row was not locked')
  }
  return moved
}
