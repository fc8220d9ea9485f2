import { type Conversation, carrierOf, evolve, weightOf } from '../../shared/conversation.ts'
import { type Entry, laneOf, type Trace } from '../../shared/entry.ts'
import { addLoads, evolveStanding, type Standing } from '../../shared/queue.ts'
import { weighed } from './line/weighing.ts'
import type { Directory, Rules, Step } from './ports.ts'
import { withClocks } from './tickets/targets.ts'

/** What is known when a step is written down. The standings are those of all agents whom it may touch. */
interface Known {
  rules: Pick<Rules, 'checkMove'>
  directory: Pick<Directory, 'routing' | 'settings'>
  standings: ReadonlyMap<string, Standing>
}

export interface Consequences {
  entries: Entry[]
  conversation: Conversation
  /** Those that are no longer as they were. */
  moved: Standing[]
}

/** What follows from the traces of a step: numbered entries, how the conversation stands after them, and the loads of agents. */
export function consequencesOf(traces: Trace[], step: Step, before: Conversation | null, at: string, known: Known): Consequences {
  const entries = stamp(traces, step, before, at)
  const folded = foldChecked(before, entries, known)
  if (!folded) throw new Error('A step left no conversation')
  const conversation = weighed(before, folded, known.directory.routing(folded.team).weights)
  return { entries, conversation, moved: movedStandings(before, conversation, entries, known) }
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

function foldChecked(before: Conversation | null, entries: Entry[], { rules, directory }: Known): Conversation | null {
  return entries.reduce<Conversation | null>((state, entry) => {
    const next = withClocks(state, evolve(state, entry), entry, directory)
    rules.checkMove(state, next)
    return next
  }, before)
}

/** The load follows who carries the conversation; what was missed follows the entries. */
function movedStandings(
  before: Conversation | null,
  after: Conversation,
  entries: Entry[],
  { standings, directory: { settings } }: Known,
): Standing[] {
  const from = before && carrierOf(before)
  const to = carrierOf(after)
  const moved: Standing[] = []
  for (const agent of new Set([from, to, ...entries.map((entry) => ('agent' in entry ? entry.agent : null))])) {
    const standing = agent ? standings.get(agent) : undefined
    if (!standing) continue
    const load = addLoads(standing.load, (agent === to ? weightOf(after) : 0) - (agent === from && before ? weightOf(before) : 0))
    const next = entries.reduce(
      (one, entry) => evolveStanding(one, entry, settings),
      load === standing.load ? standing : { ...standing, load },
    )
    if (next !== standing) moved.push(next)
  }
  for (const agent of from === to && before && weightOf(before) === weightOf(after) ? [] : [from, to]) {
    if (agent && !standings.has(agent)) throw new Error('A load changed whose row was not locked')
  }
  return moved
}
