import type { Reasons } from '../../../shared/entry.ts'
import { addLoads, type Exclusion, hasRoom } from '../../../shared/queue.ts'
import { meets } from '../../../shared/skills.ts'
import type { Candidate, Head, Pair } from './line-ports.ts'
import { behindBecause, type Ranked, type RoutedBy, rankingFor } from './ranking.ts'

/**
 * Who is given what. Heads come in their order; each goes to the first in rank of those who can take it. A head that nobody
 * can take now keeps its turn and holds up nobody behind it. Pure, and the same every time.
 */
export function route(heads: readonly Head[], agents: readonly Candidate[], now: Date, routing: RoutedBy): Pair[] {
  if (routing.method === 'manual') return []
  const standing = agents.map((agent) => ({ ...agent, idle: Date.parse(agent.idleSince), given: givenTo(agent) }))
  const pairs: Pair[] = []
  for (const head of heads) {
    const looked = standing.map((agent) => ({ agent, why: exclusionOf(agent, head, agents, now, routing) }))
    const able = looked.flatMap(({ agent, why }) => (why === null ? [agent] : []))
    const ranked = able.sort(rankingFor(head, routing))
    const [best] = ranked
    if (!best) continue
    pairs.push({ conversation: head.conversation, agent: best.agent, why: reasonsFor(head, ranked, looked, now, routing) })
    give(best, now, pairs.length)
  }
  return pairs
}

const givenTo = ({ givenAt }: Candidate) => (givenAt ? Date.parse(givenAt) : Number.NEGATIVE_INFINITY)

/** Whoever was just given something carries more, and is idle no longer. */
function give(agent: Ranked, now: Date, nth: number) {
  agent.load = addLoads(agent.load, 1)
  agent.idle = now.getTime() + nth
  agent.given = now.getTime() + nth
}

/** Why this agent cannot be given this one now; null if he can. */
export function exclusionOf(
  agent: Candidate & { given?: number },
  head: Head,
  agents: readonly Candidate[],
  now: Date,
  { reofferAfterSeconds, pacingSeconds }: Pick<RoutedBy, 'reofferAfterSeconds' | 'pacingSeconds'>,
): Exclusion | null {
  if (!agent.here) return 'not-here'
  if (agent.wish !== 'available') return 'away'
  if (isKeptForAnother(head, agent.agent, agents)) return 'kept'
  if (!isSkilled(agent, head)) return 'unskilled'
  if (!hasRoom(agent)) return 'full'
  if (now.getTime() < pacedUntil(agent.given ?? givenTo(agent), pacingSeconds)) return 'paced'
  return hasLetItGoBy(agent.agent, head.passedBy, now, reofferAfterSeconds) ? 'let-it-go-by' : null
}

/** It is kept for him only while he is there: whoever waits does not wait for somebody who went home. */
const isKeptForAnother = ({ keptFor }: Head, agent: string, agents: readonly Candidate[]) =>
  Boolean(keptFor) && keptFor !== agent && agents.some((one) => one.agent === keptFor && isAvailable(one))

export const isAvailable = ({ here, wish }: Pick<Candidate, 'here' | 'wish'>) => here && wish === 'available'

export const isSkilled = ({ skills = {} }: Pick<Candidate, 'skills'>, { needs = [] }: Pick<Head, 'needs'>) =>
  needs.every((need) => !need.required || meets(skills, need))

/** Until when an agent is given nothing more, in milliseconds. */
export const pacedUntil = (given: number, pacingSeconds: number) =>
  pacingSeconds > 0 ? given + pacingSeconds * 1000 : Number.NEGATIVE_INFINITY

/** Whether an agent was given something a moment ago, and is left alone for now. */
export const isPaced = (givenAt: string | null | undefined, now: Date, pacingSeconds: number) =>
  Boolean(givenAt) && now.getTime() < pacedUntil(Date.parse(givenAt ?? ''), pacingSeconds)

/** Whether an agent was asked a moment ago, and is not asked again yet. */
export function hasLetItGoBy(agent: string, passedBy: Head['passedBy'], now: Date, reofferAfterSeconds: number): boolean {
  const passed = passedBy[agent]
  return passed !== undefined && now.getTime() - Date.parse(passed) < reofferAfterSeconds * 1000
}

/** Enough of the others to explain, not all of a large team. */
const othersTold = 20

function reasonsFor(
  head: Head,
  ranked: readonly Ranked[],
  looked: readonly { agent: Ranked; why: Exclusion | null }[],
  now: Date,
  routing: RoutedBy,
): Reasons {
  const [best, ...rest] = ranked
  if (!best) throw new Error('A decision for nobody')
  const behind = rest.map((agent) => ({ agent: agent.agent, why: behindBecause(agent, best, head, routing) }))
  const excluded = looked.flatMap(({ agent, why }) => (why === null ? [] : [{ agent: agent.agent, why }]))
  const idleSeconds = Math.max(0, Math.floor((now.getTime() - best.idle) / 1000))
  return {
    rule: routing.method,
    chosen: { agent: best.agent, load: best.load, capacity: best.capacity, idleSeconds },
    able: ranked.length,
    ...(head.keptFor === best.agent && { kept: true }),
    others: [...behind, ...excluded].slice(0, othersTold),
  }
}
