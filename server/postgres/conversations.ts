import type { Pool } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { Standing } from '../../shared/queue.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { codeOf, isOutOfReach } from '../desk/line/out-of-reach.ts'
import type { Change, Directory, Foreseen, Rules, Step } from '../desk/ports.ts'
import { gather } from './gathering.ts'
import { keepTogether } from './keep.ts'
import { keepKnown } from './keep-known.ts'
import { createKnowledge, type Knowledge } from './known.ts'
import { readState } from './looks.ts'
import { keepTalk } from './talk.ts'

export interface Memory {
  pool: Pool
  rules: Rules
  directory(): Directory
  now(): Date
  /** What follows at once from those who came to a line; `touched` are the standings that the same moment has changed. */
  foresee?(newcomers: Conversation[], touched: ReadonlyMap<string, Standing>): Promise<Foreseen[]>
  /** Hears of what was committed, in order, before anybody gets an answer. */
  announce(changes: Change[]): void
  /** What went wrong that nobody could foresee. */
  onBug(error: unknown): void
  /** Hears why something could not be kept. */
  failed?(error: unknown): void
  /** How many steps one commit held, and how long it took. */
  measure?(size: number, seconds: number): void
}

export type Conversations = ReturnType<typeof createConversations>

/** The timelines, kept in PostgreSQL. */
export function createConversations(memory: Memory) {
  const { pool } = memory
  const knowledge = createKnowledge()
  const steps = gather<Step, Change>((batch) => keep(memory, knowledge, batch), {
    most: 256,
    full: 20_000,
    whenFull: () => new Refused('unavailable'),
  })

  return {
    /**
     * Locks, decides and keeps as one, together with what else arrives meanwhile; resolves after the commit.
     * The same act id again leaves nothing and resolves the same. Refusals reject with `Refused`;
     * `unavailable` means that it is not known whether it was kept: ask again with the same id.
     */
    change: (step: Step): Promise<Change> => steps.add(step),

    /** Where a conversation stands, or null. */
    read: (id: string): Promise<Conversation | null> => readState(pool, id),

    /** As this process last saw it, which may be a moment old. */
    lately: (id: string): Conversation | undefined => knowledge.conversations.get(id)?.state,

    /** Whose it is, as far as this process remembers. */
    requesterOf: (id: string): string | undefined => knowledge.conversations.get(id)?.state.requester,

    /** Resolves when everything that was begun is finished. */
    idle: () => steps.idle(),
  }
}

/** Talk alone is kept in one go; whatever is more than that, or was not what it seemed, in a transaction. */
async function keep(memory: Memory, knowledge: Knowledge, batch: Step[]): Promise<PromiseSettledResult<Change>[]> {
  const begun = performance.now()
  const talked = await keepTalk(memory, knowledge, batch)
  if (talked.size > 0) {
    measure(memory, talked.size, begun)
    memory.announce([...talked.values()])
  }
  const rest = batch.filter((step) => !talked.has(step))
  const results = rest.length > 0 ? await keepRest(memory, knowledge, rest) : []
  return batch.map((step) => {
    const change = talked.get(step)
    return change ? { status: 'fulfilled', value: change } : (results.shift() as PromiseSettledResult<Change>)
  })
}

async function keepRest(memory: Memory, knowledge: Knowledge, batch: Step[]): Promise<PromiseSettledResult<Change>[]> {
  try {
    const begun = performance.now()
    const results = (await keepKnown(memory, knowledge, batch)) ?? (await keepTogether(memory, knowledge, batch))
    measure(memory, batch.length, begun)
    memory.announce(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])))
    return results
  } catch (error) {
    memory.failed?.(error)
    if (batch.length === 1) return [{ status: 'rejected', reason: reasonOf(memory, error) }]
    if (isOutOfReach(error) && !isHeldElsewhere(error)) return batch.map(() => ({ status: 'rejected', reason: new Refused('unavailable') }))
    return keepOneByOne(memory, knowledge, batch)
  }
}

const measure = (memory: Memory, size: number, begun: number) => memory.measure?.(size, (performance.now() - begun) / 1000)

/** One step that the database does not take must not take the others with it. */
async function keepOneByOne(memory: Memory, knowledge: Knowledge, batch: Step[]) {
  const results: PromiseSettledResult<Change>[] = []
  for (const step of batch) results.push(...(await keepRest(memory, knowledge, [step])))
  return results
}

function reasonOf(memory: Memory, error: unknown): Refused {
  if (isOutOfReach(error)) return new Refused('unavailable')
  const broken = brokenBy(error)
  if (broken) return new Refused(broken)
  // Another process kept the same act, or opened the same conversation, in the same moment: asking again finds it.
  if (isUniqueViolation(error) || isDeadlock(error)) return new Refused('unavailable')
  memory.onBug(error)
  return new Refused('failed')
}

/** What two do in the same moment only the database sees: a second chat, or a team or category that was just removed. */
const brokenBy = (error: unknown): RefusalCode | undefined =>
  typeof error === 'object' && error !== null && 'constraint' in error ? refusedBy[String(error.constraint)] : undefined
const refusedBy: Record<string, RefusalCode> = {
  conversations_one_open: 'already-open',
  conversations_team_id_fkey: 'no-such-team',
  tickets_category_id_fkey: 'no-such-category',
}
const isUniqueViolation = (error: unknown) => codeOf(error) === '23505'
/** One row is in other hands: the others need not wait for it. */
const isHeldElsewhere = (error: unknown) => codeOf(error) === '55P03'
const isDeadlock = (error: unknown) => codeOf(error) === '40P01'
