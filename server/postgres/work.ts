import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import type { Standing } from '../../shared/queue.ts'
import { Refused, refuse } from '../../shared/refusal.ts'
import { begins } from '../desk/calls.ts'
import { consequencesOf } from '../desk/consequences.ts'
import type { KeptFile } from '../desk/files.ts'
import type { Change, DeskView, Directory, OpenOf, Step } from '../desk/ports.ts'
import type { Memory } from './conversations.ts'
import { newSalt, saltedDigest } from './digest.ts'
import type { Written } from './entry-row.ts'
import { filesOf } from './files-said.ts'
import { type Kept, keptKey } from './locks.ts'

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
  /** How many wait for the teams of which that matters. */
  lines: Map<string, number>
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
    lines: new Map(),
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
  const isNew = begins(act)
  if (!isNew && !digest) return work.view
  return { ...work.view, digest, number: isNew ? (work.numbers.pop() ?? 0) : 0 }
}

/** What all steps of one transaction look at alike. */
const sharedView = ({ directory, now, conversations, standings, open, lines, files, others }: Work): DeskView => ({
  ...directory,
  now,
  number: 0,
  standing: (agent) => standings.get(agent) ?? null,
  waitingIn: (team) => lines.get(team) ?? 0,
  openOf: (requester) => open.get(requester) ?? { chat: null, messages: 0 },
  digest: null,
  // What a step of the same moment made of it counts.
  other: (id) => conversations.get(id) ?? others.get(id) ?? null,
  file: (id) => files.get(id) ?? null,
})

function writeDown(work: Work, step: Step, before: Conversation | null, traces: Trace[]): Change {
  const salt = newSalt()
  const { entries, conversation, moved } = consequencesOf(traces, step, before, work.at, {
    rules: work.memory.rules,
    directory: work.directory,
    standings: work.standings,
  })
  for (const standing of moved) {
    work.standings.set(standing.agent, standing)
    work.touched.add(standing.agent)
  }
  work.conversations.set(step.conversation, conversation)
  noteOpen(work.open, before, conversation)
  noteLine(work.lines, before, conversation)
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
  return { before, conversation, entries, standings: moved, left }
}

/** A later step of the same moment sees what an earlier one opened or ended. */
function noteOpen(open: Map<string, OpenOf>, before: Conversation | null, { id, requester, status }: Conversation) {
  const known = open.get(requester)
  if (!known || before?.status === status) return
  const isChat = status === 'waiting' || status === 'active' || status === 'held'
  const chat = isChat ? id : known.chat === id ? null : known.chat
  open.set(requester, { chat, messages: known.messages + Number(status === 'unrouted') - Number(before?.status === 'unrouted') })
}

/** A later step of the same moment counts who joined a line, or left it, by an earlier one. */
function noteLine(lines: Map<string, number>, before: Conversation | null, after: Conversation) {
  if (before?.status === 'waiting') lines.set(before.team, (lines.get(before.team) ?? 0) - 1)
  if (after.status === 'waiting') lines.set(after.team, (lines.get(after.team) ?? 0) + 1)
}
