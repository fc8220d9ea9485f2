import type { Closed } from './generator/closing.ts'
import type { LoadQuestion } from './generator/generator.ts'
import type { Sought } from './generator/searching.ts'
import type { Started } from './generator/starts.ts'
import type { Storm } from './generator/storm.ts'
import type { Talked } from './generator/talk.ts'
import { places } from './places.ts'
import { cpuSeconds } from './processes.ts'
import { startProgram } from './program.ts'
import type { Target } from './targets.ts'

/** Those who load one target, on the other core. */
export function aLoadOn(target: Target) {
  const program = startProgram({ core: 1, file: places.program('generator') })
  const ask = <T>(question: LoadQuestion) => program.ask<T>(question)

  /** Runs something, and says what it cost the servers beside what it answered. */
  const costing = <T>(question: LoadQuestion) => costOf(() => ask<T>(question))

  async function costOf<T>(work: () => Promise<T>): Promise<T & { cpu: Cpu }> {
    const before = cpuOf(target)
    const answer = await work()
    return { ...answer, cpu: difference(cpuOf(target), before) }
  }

  return {
    target,
    enter: (question: Omit<LoadQuestion & { do: 'enter' }, 'do' | 'dialect' | 'ports'>) =>
      costing<object>({ do: 'enter', dialect: target.dialect, ports: target.ports, ...question }),
    talk: (rate: number, seconds: number) => costing<Talked & { cut: number }>({ do: 'talk', rate, seconds }),
    start: (question: Omit<LoadQuestion & { do: 'start' }, 'do'>) => costing<Started>({ do: 'start', ...question }),
    prepare: (messages: number) => ask({ do: 'prepare', messages }),
    close: (atOnce: number) => ask<Closed>({ do: 'close', atOnce }),
    seek: (words: string, count: number) => ask<Sought>({ do: 'seek', words, count }),
    seekBare: (url: string, words: string, rare: boolean, count: number) => ask<Sought>({ do: 'seek bare', url, words, rare, count }),
    storm: () => costing<Storm>({ do: 'storm' }),
    /** What something costs the servers, whatever it is. */
    costOf,
    rest: (seconds: number) => costing<object>({ do: 'rest', seconds }),
    leave: () => ask({ do: 'leave' }),
    stop: program.stop,
  }
}

/** Seconds of processor time. */
export interface Cpu {
  server: number
  postgres: number
  redis: number
  all: number
}

function cpuOf(target: Target): Cpu {
  const { servers, postgres, redis } = target.pids()
  const parts = { server: cpuSeconds(servers), postgres: postgres ? cpuSeconds([postgres]) : 0, redis: redis ? cpuSeconds([redis]) : 0 }
  return { ...parts, all: parts.server + parts.postgres + parts.redis }
}

const difference = (after: Cpu, before: Cpu): Cpu => ({
  server: after.server - before.server,
  postgres: after.postgres - before.postgres,
  redis: after.redis - before.redis,
  all: after.all - before.all,
})

export type Load = ReturnType<typeof aLoadOn>
