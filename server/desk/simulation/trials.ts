import type { SimulationAnswers } from '../../../shared/protocol/simulation.ts'
import type { Heard } from '../../../shared/protocol.ts'
import { type RefusalCode, Refused, refuse } from '../../../shared/refusal.ts'
import type { Comparison } from '../../../shared/simulation.ts'
import { type Comparing, compare } from './comparing.ts'

export type Wanted = Heard<'simulation:start'>

export interface TrialPorts {
  /** Reads the traffic, how the desk is set up, and what this person proposes. */
  read(by: string, wanted: Wanted): Promise<Comparing>
  /** Lets one in for the whole desk, and gives back how he leaves; null while somebody is in. */
  enter(): Promise<(() => Promise<void>) | null>
  newId(): string
  /** In milliseconds. */
  clock(): number
  /** Lets everything else happen that waits. */
  rest(): Promise<void>
  onBug(error: unknown, where: string): void
}

export type Trials = ReturnType<typeof createTrials>

interface Trial {
  by: string
  startedAt: number
  now: SimulationAnswers['simulation:look']
  isWanted: boolean
}

/** It works for so long, in milliseconds, and lets the chats of this process go on before it goes on. */
const turn = 4
/** Nothing that a desk is tried with takes longer. */
const longest = 90_000
/** So long somebody may look at what came of it. */
const keptFor = 600_000
/** More than that would take too long on the side of a desk that works. */
export const mostArrivals = 10_000

/** Trials of settings on the side of a desk that works: one at a time, a little at a time. */
export function createTrials({ read, enter, newId, clock, rest, onBug }: TrialPorts) {
  const trials = new Map<string, Trial>()

  async function run(trial: Trial, wanted: Wanted, leave: () => Promise<void>) {
    try {
      trial.now = { state: 'done', comparison: await compared(trial, await read(trial.by, wanted)) }
    } catch (error) {
      if (!(error instanceof Refused)) onBug(error, 'simulation')
      trial.now = { state: 'refused', refusal: codeOf(error) }
    } finally {
      await leave().catch((error: unknown) => onBug(error, 'simulation'))
    }
  }

  async function compared(trial: Trial, comparing: Comparing): Promise<Comparison> {
    if (comparing.traffic.arrivals.length > mostArrivals) refuse('too-much-traffic')
    const running = compare(comparing)
    for (let since = clock(); ; ) {
      const next = running.next()
      if (next.done) return next.value
      if (clock() - since < turn) continue
      trial.now = { state: 'running', done: next.value }
      if (!trial.isWanted || clock() - trial.startedAt > longest) refuse('trial-stopped')
      await rest()
      since = clock()
    }
  }

  /** Somebody's last one is kept, and for a while only. */
  function forgetOld(by: string) {
    for (const [id, trial] of trials) {
      const isOld = trial.by === by || clock() - trial.startedAt > keptFor
      if (trial.now.state !== 'running' && isOld) trials.delete(id)
    }
  }

  const mine = (by: string, id: string): Trial => {
    const trial = trials.get(id)
    return trial?.by === by ? trial : refuse('not-found')
  }

  return {
    /** Begins, and says by which id it is looked at. */
    async start(by: string, wanted: Wanted): Promise<string> {
      const leave = await enter()
      if (!leave) refuse('trial-runs')
      forgetOld(by)
      const id = newId()
      const trial: Trial = { by, startedAt: clock(), now: { state: 'running', done: 0 }, isWanted: true }
      trials.set(id, trial)
      void run(trial, wanted, leave)
      return id
    },
    look: (by: string, id: string) => mine(by, id).now,
    stop(by: string, id: string) {
      mine(by, id).isWanted = false
    },
    /** This process ends. */
    stopAll() {
      for (const trial of trials.values()) trial.isWanted = false
    },
  }
}

const codeOf = (error: unknown): RefusalCode => (error instanceof Refused ? error.code : 'failed')
