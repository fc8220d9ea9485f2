import type { Conversation } from '../../shared/conversation.ts'
import { codeOf, isOutOfReach } from '../desk/line/out-of-reach.ts'
import type { Change, Step } from '../desk/ports.ts'
import type { Memory } from './conversations.ts'
import { entryColumns, entryFields, entryRow } from './entry-row.ts'
import { type Columns, given } from './given.ts'
import type { Knowledge, Known } from './known.ts'
import { takeSteps, type Work, workWith } from './work.ts'

/**
 * Keeps what people say, which is nearly all that ever happens, with one statement: decided on what is known, written only
 * if every row is still the one that was known. Returns what was kept; whoever is missing there goes the long way, which
 * knows refusals, acts that come twice, and rows that changed.
 */
export async function keepTalk(memory: Memory, { conversations: known }: Knowledge, steps: Step[]): Promise<Map<Step, Change>> {
  const states = statesOf(memory, steps, known)
  const talk = steps.filter(({ conversation }) => states.has(conversation))
  const work = workWith(memory, new Map([...states].map(([id, { state }]) => [id, state])))
  const plain = plainTalk(work, talk)
  if (plain.size === 0) return plain
  const conversations = [...new Set([...plain.keys()].map(({ conversation }) => conversation))].sort()
  const version = await write(work, conversations, states).catch((error: unknown) => {
    if (!isExpected(error)) memory.onBug(error)
    return null
  })
  for (const id of conversations) {
    const state = work.conversations.get(id)
    if (version && state) known.learn(id, { state, version })
    else known.forget(id)
  }
  return version ? plain : new Map()
}

/** The long way meets these again, and knows what to say. */
const isExpected = (error: unknown) => isOutOfReach(error) || ['23505', '40P01'].includes(codeOf(error))

/** The known states of conversations in which, at this moment, everybody only talks, and no load changes with whose turn it is. */
function statesOf({ rules, directory }: Memory, steps: Step[], known: Knowledge['conversations']): Map<string, Known<Conversation>> {
  const settled = directory()
  // What comes in where nobody talks is news to whoever follows.
  const isQuiet = ({ conversation }: Step) => known.get(conversation)?.state.status === 'unrouted'
  const isMore = (step: Step) =>
    !isTalk(step.act) || isQuiet(step) || rules.agentsTouched(known.get(step.conversation)?.state ?? null, step, settled).length > 0
  const others = new Set(steps.filter(isMore).map(({ conversation }) => conversation))
  return new Map(
    steps.flatMap(({ conversation }) => {
      const one = others.has(conversation) ? undefined : known.get(conversation)
      return one ? [[conversation, one]] : []
    }),
  )
}

/** Files are rows of their own, which must be looked at first; whoever is named hears of it with what was written. */
const isTalk = (act: Step['act']) => (act.kind === 'say' || act.kind === 'note') && !act.files && !('mentions' in act)

/** What left words and nothing else. One step of a conversation that did not sends all of its steps the long way. */
function plainTalk(work: Work, talk: Step[]): Map<Step, Change> {
  const results = takeSteps(work, talk)
  const changes = new Map<Step, Change>()
  const odd = new Set<string>()
  for (const [place, step] of talk.entries()) {
    const result = results[place]
    if (result?.status === 'fulfilled' && isPlain(result.value)) changes.set(step, result.value)
    else odd.add(step.conversation)
  }
  for (const step of talk) if (odd.has(step.conversation)) changes.delete(step)
  return changes
}

/** Where an answer moves what is due, the ticket says so, too. */
const isPlain = ({ before, conversation, entries, standings }: Change) =>
  entries.length > 0 &&
  standings.length === 0 &&
  before?.clocks === conversation.clocks &&
  entries.every(({ kind }) => kind === 'said' || kind === 'noted')

/** Returns the new version of all rows, or null if one of them was not what it seemed, and nothing was written. */
async function write(
  { memory, directory, written, conversations }: Work,
  ids: string[],
  states: Map<string, Known<Conversation>>,
): Promise<string | null> {
  const wanted = new Set(ids)
  const due = (conversation: Conversation) => memory.rules.dueAt(conversation, directory)?.toISOString() ?? null
  const rows = ids.flatMap((id) => {
    const [state, known] = [conversations.get(id), states.get(id)]
    return state && known ? [[id, known.version, state, state.last.public, state.last.internal, state.changedAt, due(state)]] : []
  })
  const known = given('known', knownColumns, rows, 2)
  const said = written.filter(({ conversation }) => wanted.has(conversation)).map(entryRow)
  const entries = given('entry', entryColumns, said, known.values.length + 2)
  const { rows: answer } = await memory.pool.query<{ version: string }>({
    name: `keep-talk-${known.shape}-${entries.shape}`,
    text: `with known as (select * from ${known.from}),
      locked as (
        select conversations.id from conversations join known on known.id = conversations.id and known.version = conversations.xmin
        order by conversations.id for update of conversations
      ),
      fine as (select pg_current_xact_id()::xid::text as version where (select count(*) from locked) = $1::int),
      added as (insert into entries (${entryFields}) select entry.* from ${entries.from}, fine),
      moved as (
        update conversations set state = known.state, last_public = known.last_public, last_internal = known.last_internal,
          changed_at = known.changed_at, due_at = known.due, claimed_until = null
        from known, fine where conversations.id = known.id
      )
      select version from fine`,
    values: [ids.length, ...known.values, ...entries.values],
  })
  return answer[0]?.version ?? null
}

const knownColumns: Columns = {
  id: 'uuid',
  version: 'xid',
  state: 'jsonb',
  last_public: 'int',
  last_internal: 'int',
  changed_at: 'timestamptz',
  due: 'timestamptz',
}
