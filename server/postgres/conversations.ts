import type { Pool } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Change, Directory, Rules, Step } from '../desk/ports.ts'
import { gather } from './gathering.ts'
import { keepTogether } from './keep.ts'

export interface Memory {
  pool: Pool
  rules: Rules
  directory(): Directory
  now(): Date
  /** Hears of what was committed, in order, before anybody gets an answer. */
  announce(changes: Change[]): void
  /** What went wrong that nobody could foresee. */
  onBug(error: unknown): void
  /** How many steps one commit held, and how long it took. */
  measure?(size: number, seconds: number): void
}

export type Conversations = ReturnType<typeof createConversations>

/** The timelines, kept in PostgreSQL. */
export function createConversations(memory: Memory) {
  const { pool } = memory
  const steps = gather<Step, Change>((batch) => keep(memory, batch), {
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
    async read(id: string): Promise<Conversation | null> {
      const { rows } = await pool.query<{ state: Conversation }>({
        name: 'read-conversation',
        text: 'select state from conversations where id = $1',
        values: [id],
      })
      return rows[0]?.state ?? null
    },

    /** Resolves when everything that was begun is finished. */
    idle: () => steps.idle(),
  }
}

async function keep(memory: Memory, batch: Step[]): Promise<PromiseSettledResult<Change>[]> {
  const begun = performance.now()
  try {
    const results = await keepTogether(memory, batch)
    memory.measure?.(batch.length, (performance.now() - begun) / 1000)
    memory.announce(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])))
    return results
  } catch (error) {
    if (batch.length === 1) return [{ status: 'rejected', reason: reasonOf(memory, error) }]
    if (isOutOfReach(error)) return batch.map(() => ({ status: 'rejected', reason: new Refused('unavailable') }))
    return keepOneByOne(memory, batch)
  }
}

/** One step that the database does not take must not take the others with it. */
async function keepOneByOne(memory: Memory, batch: Step[]) {
  const results: PromiseSettledResult<Change>[] = []
  for (const step of batch) results.push(...(await keep(memory, [step])))
  return results
}

function reasonOf(memory: Memory, error: unknown): Refused {
  if (isOutOfReach(error)) return new Refused('unavailable')
  if (constraintOf(error) === 'conversations_one_open') return new Refused('already-open')
  // Another process kept the same act, or opened the same conversation, in the same moment: asking again finds it.
  if (isUniqueViolation(error) || isDeadlock(error)) return new Refused('unavailable')
  memory.onBug(error)
  return new Refused('failed')
}

const codeOf = (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '')
const constraintOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'constraint' in error ? error.constraint : undefined
const isUniqueViolation = (error: unknown) => codeOf(error) === '23505'
const isDeadlock = (error: unknown) => codeOf(error) === '40P01'

/** Connections that end or never begin, servers that shut down or start up, full disks: the outcome is unknown or none. */
function isOutOfReach(error: unknown) {
  const code = codeOf(error)
  if (/^(08|57P|53|58)/.test(code) || code === '55P03' || code === '57014') return true
  if (/^E[A-Z]+$/.test(code)) return true
  return error instanceof Error && code === '' && /connection|timeout|terminat/i.test(error.message)
}
