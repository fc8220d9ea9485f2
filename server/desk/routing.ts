import type { Reasons } from '../../shared/entry.ts'
import type { DeskSettings, Exclusion } from '../../shared/queue.ts'
import type { Candidate, Pair, Waiting } from './line-ports.ts'

/** How agents are chosen; kept with every decision. */
export const rule = 'least-loaded-then-longest-idle'

type Head = Pick<Waiting, 'conversation' | 'passedBy'>

/**
 * Who is asked to take what. Heads come in their order; each goes to the agent who is least loaded for his capacity, then
 * idle longest. A head that nobody can take now keeps its turn and holds up nobody behind it. Pure, and the same every time.
 */
export function route(
  heads: readonly Head[],
  agents: readonly Candidate[],
  now: Date,
  settings: Pick<DeskSettings, 'reofferAfterSeconds'>,
): Pair[] {
  const placed = new Map<string, number>()
  const pairs: Pair[] = []
  for (const head of heads) {
    const views = agents.map((agent) => viewOf(agent, head, placed.get(agent.agent) ?? 0, now, settings.reofferAfterSeconds))
    const ranked = views.filter(({ why }) => why === null).sort(byTurn)
    const [best] = ranked
    if (!best) continue
    placed.set(best.agent, (placed.get(best.agent) ?? 0) + 1)
    pairs.push({ conversation: head.conversation, agent: best.agent, why: reasonsFor(best, ranked, views, now) })
  }
  return pairs
}

interface View {
  agent: string
  capacity: number
  load: number
  /** In milliseconds; whoever was just given something is idle no longer. */
  idleSince: number
  why: Exclusion | null
}

function viewOf(agent: Candidate, { passedBy }: Head, given: number, now: Date, reofferAfterSeconds: number): View {
  const load = agent.load + given
  const idleSince = given > 0 ? now.getTime() + given : Date.parse(agent.idleSince)
  const passedLately = hasLetItGoBy(agent.agent, passedBy, now, reofferAfterSeconds)
  return { agent: agent.agent, capacity: agent.capacity, load, idleSince, why: exclusionOf(agent, load, passedLately) }
}

/** Whether an agent was asked a moment ago, and is not asked again yet. */
export function hasLetItGoBy(agent: string, passedBy: Head['passedBy'], now: Date, reofferAfterSeconds: number): boolean {
  const passed = passedBy[agent]
  return passed !== undefined && now.getTime() - Date.parse(passed) < reofferAfterSeconds * 1000
}

function exclusionOf({ here, wish, capacity }: Candidate, load: number, passedLately: boolean): Exclusion | null {
  if (!here) return 'not-here'
  if (wish !== 'available') return 'away'
  if (load >= capacity) return 'full'
  return passedLately ? 'let-it-go-by' : null
}

const byTurn = (one: View, other: View) =>
  one.load * other.capacity - other.load * one.capacity || one.idleSince - other.idleSince || (one.agent < other.agent ? -1 : 1)

/** Enough of the others to explain, not all of a large team. */
const othersTold = 20

function reasonsFor(best: View, ranked: View[], views: View[], now: Date): Reasons {
  const behind = ranked.slice(1).map((view) => ({ agent: view.agent, why: isBusier(view, best) ? 'busier' : 'less-idle' }))
  const excluded = views.flatMap(({ agent, why }) => (why === null ? [] : [{ agent, why }]))
  return {
    rule,
    chosen: { agent: best.agent, load: best.load, capacity: best.capacity, idleSeconds: idleSeconds(best, now) },
    others: [...behind, ...excluded].slice(0, othersTold),
  }
}

const isBusier = (view: View, than: View) => view.load * than.capacity > than.load * view.capacity
const idleSeconds = ({ idleSince }: View, now: Date) => Math.max(0, Math.floor((now.getTime() - idleSince) / 1000))
