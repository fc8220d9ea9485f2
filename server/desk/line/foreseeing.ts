import type { Conversation } from '../../../shared/conversation.ts'
import { theClock } from '../../../shared/people.ts'
import type { Standing } from '../../../shared/queue.ts'
import { headOf, waitingFrom } from '../kinds.ts'
import type { Foreseen } from '../ports.ts'
import type { LinePorts, Ready, Waiting } from './line-ports.ts'
import { route } from './routing.ts'

/**
 * Whoever comes while nobody waits before him is asked about in the moment in which he comes: what the line would do next is
 * kept together with his opening. Everybody else, and who cannot be placed by that, is left to the line.
 */
export function createForesight({ rows, directory, now, newId }: Pick<LinePorts, 'rows' | 'directory' | 'now' | 'newId'>) {
  /** `touched` are standings that the same moment has changed already. */
  return async function foresee(newcomers: Conversation[], touched: ReadonlyMap<string, Standing>): Promise<Foreseen[]> {
    const waiting = newcomers.flatMap((one) => waitingFrom(one) ?? []).filter(isAskedAtOnce)
    const teams = [...new Set(waiting.map(({ team }) => team))]
    const ready = await Promise.all(teams.map((team) => rows.ready(team)))
    return teams.flatMap((team, place) =>
      offersTo(
        waiting.filter((one) => one.team === team),
        (ready[place] ?? []).map((one) => ({ ...one, ...touched.get(one.agent) })),
        team,
      ),
    )
  }

  /** Not where somebody may be kept for the agent he knows, nor where he is given away without being asked about. */
  function isAskedAtOnce({ team }: Waiting) {
    const { method, keepForSeconds, assignment } = directory().routing(team)
    return method !== 'manual' && keepForSeconds === 0 && assignment === 'offer'
  }

  function offersTo(waiting: Waiting[], ready: Ready[], team: string): Foreseen[] {
    const heads = waiting.map((one) => headOf(one, directory()))
    const pairs = route(heads, ready, now(), directory().routing(team))
    return pairs.flatMap(({ conversation, agent, why }) => {
      const chosen = ready.find((one) => one.agent === agent)
      const act = { kind: 'offer', offer: newId(), agent, why } as const
      return chosen ? [{ step: { conversation, who: theClock, act, id: null }, standing: standingOf(chosen), version: chosen.version }] : []
    })
  }
}

const standingOf = ({ agent, capacity, load, wish, missed, givenAt = null }: Ready): Standing => ({
  agent,
  capacity,
  load,
  wish,
  missed,
  givenAt,
})
