import { headOf } from '../kinds.ts'
import { exclusionOf } from '../line/routing.ts'
import { seedFor, timesFrom } from './chance.ts'
import type { Kept, Memory } from './memory.ts'

interface Picking {
  seed: number
  memory: Memory
  now(): Date
  /** How long an agent takes in the mean to look at the line. */
  seconds: number
  later(seconds: number, what: () => void): void
  pick(conversation: string, agent: string): Kept | null
}

/** Where nobody is chosen, agents look at the line themselves: whoever has room takes the first that he can, after a moment. */
export function createPicking({ seed, memory, now, seconds, later, pick }: Picking) {
  const looking = new Set<string>()
  let looks = 0

  function firstFor(agent: string, team: string): string | null {
    const routing = memory.directory.routing(team)
    const candidates = memory.candidates(team)
    const me = candidates.find((one) => one.agent === agent)
    const { heads } = memory.lines.first(team, 1)
    const mine = heads.find((one) => me && exclusionOf(me, headOf(one, memory.directory), candidates, now(), routing) === null)
    return mine?.conversation ?? null
  }

  return function look(team: string) {
    for (const { agent } of memory.candidates(team)) {
      if (looking.has(agent) || firstFor(agent, team) === null) continue
      looking.add(agent)
      later(timesFrom(seedFor(seed, 'look', agent, ++looks)).exponential(seconds), () => {
        looking.delete(agent)
        const first = firstFor(agent, team)
        if (first !== null) pick(first, agent)
        look(team)
      })
    }
  }
}
