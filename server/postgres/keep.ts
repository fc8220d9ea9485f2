import type { PoolClient } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { Standing } from '../../shared/queue.ts'
import { refuse } from '../../shared/refusal.ts'
import { begins } from '../desk/calls.ts'
import type { Change, Step } from '../desk/ports.ts'
import type { Memory } from './conversations.ts'
import { digestsOf } from './entries.ts'
import { lockFiles } from './files-said.ts'
import type { Knowledge, Known } from './known.ts'
import { countLines, drawNumbers, type Locked, lockConversations, lockStandings, readKept, readOpen } from './locks.ts'
import { readOthers } from './others.ts'
import { type Statements, volley } from './volley.ts'
import { takeSteps, type Work, workWith } from './work.ts'
import { changedStandings, writeAll } from './writes.ts'

/**
 * One transaction for many steps: lock the conversations, then the standings, both sorted; decide each on what the
 * one before left; write all at once. A refusal costs only its own step.
 */
export async function keepTogether(memory: Memory, knowledge: Knowledge, steps: Step[]): Promise<PromiseSettledResult<Change>[]> {
  return (
    (await keepOnce(memory, knowledge, steps, needsOf(memory, statesIn(knowledge, steps), steps))) ?? keepSlowly(memory, knowledge, steps)
  )
}

/** What was known of a conversation was old, and others than its people were locked: once more, and nothing is guessed. */
async function keepSlowly(memory: Memory, knowledge: Knowledge, steps: Step[]): Promise<PromiseSettledResult<Change>[]> {
  return (await keepOnce(memory, knowledge, steps, null)) ?? refuse('unavailable')
}

/** Returns null, and leaves nothing, if these steps need more than was guessed. */
async function keepOnce(memory: Memory, knowledge: Knowledge, steps: Step[], guess: Needs | null) {
  const client = await memory.pool.connect()
  const openings = steps.filter(({ act, conversation }) => begins(act) && !knowledge.conversations.get(conversation)).length
  // Those that were drawn first are given first. Where it is not known what became of them, they are left out.
  const spare = openings > 0 ? knowledge.numbers.splice(0) : []
  let broken: Error | undefined
  try {
    // All that can be asked at once goes out together and is answered in order: a round trip costs more than most statements.
    const [, rows, kept, drawn, guessed] = await volley(client, (statements) =>
      Promise.all([
        statements.query({ text: 'begin' }),
        lockConversations(statements, steps, knowledge.conversations),
        readKept(statements, steps),
        drawNumbers(statements, openings > 0 ? Math.max(1, openings + 1 - spare.length) : 0),
        guess && meet(statements, guess),
      ]),
    )
    const locked = new Map([...rows].map(([id, { state }]) => [id, state]))
    const needs = needsOf(memory, locked, steps)
    if (guess && !covers(guess, needs)) {
      broken = await rollback(client)
      knowledge.numbers.push(...spare)
      return null
    }
    const met = guessed ?? (await volley(client, (statements) => meet(statements, needs)))
    const standings = new Map([...met.standings].map(([id, { state }]) => [id, state]))
    const numbers = [...drawn.numbers, ...spare.reverse()]
    const work = await prepare(client, { ...workWith(memory, locked), kept, numbers, standings, open: met.open, lines: met.lines }, steps)
    const results = takeSteps(work, steps)
    await volley(client, (statements) => Promise.all([...writeAll(statements, work), statements.query({ text: 'commit' })]))
    learn(knowledge, { rows, standings: met.standings, opened: drawn.next }, work)
    knowledge.numbers.push(...work.numbers.reverse())
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

interface Hands {
  rows: Map<string, Locked>
  standings: Map<string, Known<Standing>>
  /** The version of what was opened. */
  opened: string
}

/** What was locked is known by heart, as it was written. */
function learn(knowledge: Knowledge, { rows, standings, opened }: Hands, work: Work) {
  let next = opened
  for (const [id, state] of work.conversations) {
    const row = rows.get(id)
    next = row?.next ?? opened
    knowledge.conversations.learn(id, { state, version: row && state === work.locked.get(id) ? row.version : next })
  }
  const moved = new Set(changedStandings(work).map(({ agent }) => agent))
  for (const [id, { state, version }] of standings)
    knowledge.standings.learn(id, moved.has(id) ? { state: work.standings.get(id) ?? state, version: next } : { state, version })
}

/** Whose rows steps need beside their conversations. */
export interface Needs {
  agents: string[]
  requesters: string[]
  /** Teams of whose lines it matters how long they are. */
  lines: string[]
}

/** What steps need if their conversations stand like this. */
export function needsOf({ rules, directory }: Memory, states: ReadonlyMap<string, Conversation>, steps: Step[]): Needs {
  const settled = directory()
  return {
    agents: steps.flatMap((step) => rules.agentsTouched(states.get(step.conversation) ?? null, step, settled)),
    requesters: steps.flatMap((step) => rules.requesterTouched(states.get(step.conversation) ?? null, step) ?? []),
    lines: steps.flatMap((step) => rules.linesCounted(states.get(step.conversation) ?? null, step, settled)),
  }
}

const covers = (guess: Needs, needs: Needs) =>
  (['agents', 'requesters', 'lines'] as const).every((whose) => needs[whose].every((id) => guess[whose].includes(id)))

async function meet(statements: Statements, { agents, requesters, lines: teams }: Needs) {
  const [lines, standings, open] = await Promise.all([
    countLines(statements, teams),
    lockStandings(statements, agents),
    readOpen(statements, requesters),
  ])
  return { lines, standings, open }
}

const statesIn = ({ conversations }: Knowledge, steps: Step[]) =>
  new Map(
    steps.flatMap(({ conversation }) => {
      const one = conversations.get(conversation)
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
    ...portionsOf(work, digested).map((conversations) => digestsOf(client, conversations)),
  ])
  return { ...work, files, others, digests: new Map(digests.flat()) }
}

/** Timelines are read together, as long as they are short. */
const entriesAtOnce = 5_000

function portionsOf({ locked }: Work, steps: Step[]): string[][] {
  const portions: string[][] = []
  let room = 0
  for (const conversation of new Set(steps.map((step) => step.conversation))) {
    const last = locked.get(conversation)?.last
    const entries = last ? last.public + last.internal : 0
    if (entries > room) {
      portions.push([])
      room = entriesAtOnce
    }
    portions.at(-1)?.push(conversation)
    room -= entries
  }
  return portions
}
