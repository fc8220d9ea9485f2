import type { Conversation } from '../../shared/conversation.ts'
import type { Standing } from '../../shared/queue.ts'
import { begins } from '../desk/calls.ts'
import { codeOf } from '../desk/line/out-of-reach.ts'
import type { Change, Step } from '../desk/ports.ts'
import type { Memory } from './conversations.ts'
import { takeForeseen } from './foreseen.ts'
import { given } from './given.ts'
import { needsOf } from './keep.ts'
import type { Knowledge, Known, KnownRows } from './known.ts'
import { drawNumbers } from './locks.ts'
import { otherOf } from './others.ts'
import { inOneVolley, type Statements } from './volley.ts'
import { takeSteps, type Work, workWith } from './work.ts'
import { changedStandings, writeAll } from './writes.ts'

/**
 * Keeps in one go what can be decided on what is known: whoever waits in the line waits for every journey to the database.
 * Written only if every row is still the one that was known. Returns null, and leaves nothing, where anything is not known,
 * is refused, or was done before: the long way knows what to say.
 */
export async function keepKnown(memory: Memory, knowledge: Knowledge, steps: Step[]): Promise<PromiseSettledResult<Change>[] | null> {
  const rows = rowsFor(memory, knowledge, steps)
  if (!rows) return null
  const work = workOn(memory, rows, knowledge.numbers)
  const taken = takeSteps(work, steps).flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  if (taken.length < steps.length || taken.some(({ entries }) => entries.length === 0)) return null
  const changes = memory.foresee ? await takeForeseen(memory.foresee, work, rows.standings, taken) : taken
  const next = await write(memory, knowledge, rows, work)
  if (next) learn(knowledge, work, next)
  else forget(knowledge, rows)
  return next ? changes.map((value) => ({ status: 'fulfilled', value })) : null
}

/** The known rows that steps are decided on. */
interface Rows {
  conversations: Map<string, Known<Conversation>>
  standings: Map<string, Known<Standing>>
  opened: number
}

/** Null where steps need more than is known. */
function rowsFor(memory: Memory, knowledge: Knowledge, steps: Step[]): Rows | null {
  const openings = steps.filter(isOpening)
  const others = steps.filter((step) => !isOpening(step))
  const conversations = allKnown(
    knowledge.conversations,
    others.map(({ conversation }) => conversation),
  )
  if (!conversations || openings.length > knowledge.numbers.length || openings.some(({ conversation }) => conversations.has(conversation)))
    return null
  const states = statesIn(conversations)
  const { settings } = memory.directory()
  const asksMore = (step: Step) =>
    needsOthers(step, states.get(step.conversation)) ||
    memory.rules.wantsDigest(states.get(step.conversation) ?? null, step, memory.now(), settings)
  if (others.some(asksMore)) return null
  const { agents, lines } = needsOf(memory, states, steps)
  if (lines.length > 0) return null
  const standings = allKnown(knowledge.standings, agents)
  return standings && { conversations, standings, opened: openings.length }
}

/** Joining the line: whoever has something open already is found by the constraint. */
const isOpening = ({ act }: Step) => act.kind === 'open' && act.entrance === 'line'

/** Whether a step is decided on other rows than its conversation and its agents. */
function needsOthers({ act }: Step, conversation: Conversation | undefined) {
  if ('files' in act && act.files?.length) return true
  if (otherOf(act)) return true
  return begins(act) || act.kind === 'reopen' || conversation?.status === 'unrouted'
}

function allKnown<State>(rows: KnownRows<State>, ids: string[]): Map<string, Known<State>> | null {
  const found = new Map<string, Known<State>>()
  for (const id of [...ids].sort()) {
    const one = rows.get(id)
    if (!one) return null
    found.set(id, one)
  }
  return found
}

const statesIn = <State>(rows: Map<string, Known<State>>) => new Map([...rows].map(([id, { state }]) => [id, state]))

const workOn = (memory: Memory, { conversations, standings, opened }: Rows, numbers: number[]): Work => ({
  ...workWith(memory, statesIn(conversations)),
  standings: statesIn(standings),
  numbers: numbers.slice(0, opened).reverse(),
})

/** Returns the new version of what was written, or null if it could not be. */
async function write({ pool }: Memory, { numbers }: Knowledge, rows: Rows, work: Work): Promise<string | null> {
  try {
    const [next, , drawn] = await inOneVolley(pool, (statements) =>
      Promise.all([
        rows.conversations.size > 0 && insist(statements, 'conversations', rows.conversations),
        rows.standings.size > 0 && insist(statements, 'standings', rows.standings),
        drawNumbers(statements, rows.opened),
        ...writeAll(statements, work),
      ]),
    )
    numbers.splice(0, rows.opened)
    numbers.push(...drawn.numbers.reverse())
    return next || drawn.next
  } catch (error) {
    if (isExpected(error)) return null
    // It is not known whether they were given to anybody.
    numbers.splice(0, rows.opened)
    throw error
  }
}

const keys = { conversations: 'id', standings: 'agent_id' }

/**
 * Locks these rows if all of them still have the version that was known. Else it divides by zero, which ends the
 * transaction with all that was sent behind this.
 */
async function insist(statements: Statements, table: keyof typeof keys, rows: Map<string, Known<unknown>>): Promise<string> {
  const key = keys[table]
  const known = given(
    'known',
    { id: 'uuid', version: 'xid' },
    [...rows].map(([id, { version }]) => [id, version]),
    2,
  )
  const { rows: answer } = await statements.query<{ next: string }>({
    name: `insist-${table}-${known.shape}`,
    text: `with locked as (
        select from ${known.from} join ${table} on ${table}.${key} = known.id and ${table}.xmin = known.version
        order by ${table}.${key} for update of ${table}
      )
      select pg_current_xact_id()::xid::text as next, 1 / (count(*) = $1::int)::int as fine from locked`,
    values: [rows.size, ...known.values],
  })
  return answer[0]?.next ?? ''
}

const divisionByZero = '22012'
/** The long way meets these again, and knows what to say. */
const isExpected = (error: unknown) => [divisionByZero, '23505', '40P01'].includes(codeOf(error))

function learn(knowledge: Knowledge, work: Work, version: string) {
  for (const [id, state] of work.conversations) knowledge.conversations.learn(id, { state, version })
  for (const state of changedStandings(work)) knowledge.standings.learn(state.agent, { state, version })
}

function forget(knowledge: Knowledge, { conversations, standings }: Rows) {
  for (const id of conversations.keys()) knowledge.conversations.forget(id)
  for (const id of standings.keys()) knowledge.standings.forget(id)
}
