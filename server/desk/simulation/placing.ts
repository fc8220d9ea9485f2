import { theClock } from '../../../shared/people.ts'
import { hasRoom } from '../../../shared/queue.ts'
import { headOf, standOf } from '../kinds.ts'
import type { Candidate, Pair, Waiting } from '../line/line-ports.ts'
import { couldTakeOne, pacedFor } from '../line/placing.ts'
import { isAvailable, route } from '../line/routing.ts'
import { size } from '../line/window.ts'
import type { Step } from '../ports.ts'
import type { Kept, Memory } from './memory.ts'

interface Placing {
  memory: Memory
  now(): Date
  take(step: Step): Kept | null
  /** Whom somebody knows among the agents. */
  knows(requester: string, conversation: string): { agent: string; why: 'named' | 'last' } | null
  onPassedBy(conversation: string): void
  /** There is somebody with room who is left alone for so long yet. */
  onPaced(team: string, milliseconds: number): void
}

/** Gives a team's line to its agents by `route()`, until it gives nothing more. */
export function createPlacing({ memory, now, take, knows, onPassedBy, onPaced }: Placing) {
  const { directory, lines } = memory
  let offers = 0

  function place(team: string) {
    const routing = directory.routing(team)
    for (let count = size; ; ) {
      const candidates = memory.candidates(team)
      if (!candidates.some((one) => isAvailable(one) && hasRoom(one))) return
      const { heads: found, more } = lines.first(team, count)
      if (found.length === 0) return
      const heads = inTurn(found).map((one) => keep(one, candidates, routing.keepForSeconds))
      const asked = heads.map((one) => headOf(one, directory))
      const pairs = route(asked, candidates, now(), routing)
      const given = new Set(pairs.filter((pair) => offer(pair)).map(({ conversation }) => conversation))
      for (const one of passedBy(heads, given)) onPassedBy(one)
      const paced = routing.pacingSeconds > 0 ? pacedFor(memory.candidates(team), now(), routing.pacingSeconds) : null
      if (paced !== null) onPaced(team, paced)
      if (given.size > 0) continue
      if (!more || !asked.some((head) => couldTakeOne(head, candidates, now(), routing))) return
      // Those in front were let go by just now; somebody behind them may be taken.
      count *= 2
    }
  }

  const inTurn = (heads: Waiting[]) =>
    heads
      .map((head) => ({ head, turn: standOf(head, directory).turn }))
      .sort((one, other) => one.turn - other.turn || (one.head.conversation < other.head.conversation ? -1 : 1))
      .map(({ head }) => head)

  function offer({ conversation, agent, why }: Pair): boolean {
    const act = { kind: 'offer', offer: `offer ${++offers}`, agent, why } as const
    return take({ conversation, who: theClock, act, id: null }) !== null
  }

  /** Keeps somebody who comes back for the agent he knows, if that one is available. */
  function keep(one: Waiting, candidates: Candidate[], seconds: number): Waiting {
    if (one.keptFor !== undefined || now().getTime() - Date.parse(one.waitingSince) >= seconds * 1000) return one
    const known = knows(one.requester, one.conversation)
    if (!known || !candidates.some((agent) => agent.agent === known.agent && isAvailable(agent))) return one
    const kept = take({ conversation: one.conversation, who: theClock, act: { kind: 'keep-for', ...known }, id: null })
    return kept?.after.keptFor ? { ...one, keptFor: kept.after.keptFor } : one
  }

  return place
}

/** Those who still wait although somebody with a later turn was given to an agent. */
function passedBy(heads: Waiting[], given: ReadonlySet<string>): string[] {
  const last = heads.findLastIndex(({ conversation }) => given.has(conversation))
  return heads.slice(0, Math.max(last, 0)).flatMap(({ conversation }) => (given.has(conversation) ? [] : [conversation]))
}
