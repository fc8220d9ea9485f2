import { type ReadonlySignal, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import { NotReached } from '../../shared/client/not-reached.ts'
import type { Asked } from '../../shared/protocol.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import type { Comparison } from '../../shared/simulation.ts'

/** How a trial stands. `gone`: the process where it ran does not know it any more. */
export type TrialState =
  | { at: 'none' }
  | { at: 'running'; percent: number }
  | { at: 'done'; comparison: Comparison; isByChance: boolean }
  | { at: 'refused'; refusal: RefusalCode }
  | { at: 'gone' }

export interface Trial {
  state: ReadonlySignal<TrialState>
  start(asked: Asked<'simulation:start'>): Promise<void>
  stop(): void
  /** Nobody looks any more: it stops. */
  leave(): void
}

/** How often it is asked how far it is, in milliseconds. */
const every = 400

/** A trial of settings that runs on the server, and is looked at until it is done. */
export function createTrial(connection: Connection, wait: (ms: number) => Promise<void> = passed): Trial {
  const state = signal<TrialState>({ at: 'none' })
  let current: { run: string | null } | null = null

  async function follow(mine: { run: string | null }, asked: Asked<'simulation:start'>) {
    try {
      const { run } = await connection.ask('simulation:start', asked)
      mine.run = run
      if (current !== mine) return stopped(run)
      while (current === mine && (await look(mine, run, asked.traffic.from === 'chance'))) await wait(every)
    } catch (error) {
      if (current === mine) tell({ at: 'refused', refusal: error instanceof Refused ? error.code : 'unavailable' })
    }
  }

  /** Whether it still runs. Whoever is without a line asks again once it is back. */
  async function look(mine: { run: string | null }, run: string, isByChance: boolean): Promise<boolean> {
    const found = await connection.ask('simulation:look', { run }).catch(whyNot)
    if (current !== mine) return false
    switch (found?.state) {
      case undefined:
        return true
      case 'running':
        state.value = { at: 'running', percent: Math.floor(found.done * 100) }
        return true
      case 'done':
        tell({ at: 'done', comparison: found.comparison, isByChance })
        return false
      case 'refused':
        // What was to be tried is not there any more.
        tell(found.refusal === 'not-found' ? { at: 'gone' } : { at: 'refused', refusal: found.refusal })
        return false
      case 'gone':
        tell({ at: 'gone' })
        return false
    }
  }

  function tell(now: TrialState) {
    current = null
    state.value = now
  }

  function stopped(run: string | null) {
    if (run) void connection.ask('simulation:stop', { run }).catch(() => undefined)
  }

  function stop() {
    if (!current) return
    stopped(current.run)
    tell({ at: 'none' })
  }

  return {
    state,
    async start(asked) {
      if (current) return
      const mine = { run: null }
      current = mine
      state.value = { at: 'running', percent: 0 }
      await follow(mine, asked)
    },
    stop,
    leave: stop,
  }
}

/** Null where it is worth asking again. */
function whyNot(error: unknown): { state: 'gone' } | null {
  const code = error instanceof Refused ? error.code : null
  if (code === 'not-found') return { state: 'gone' }
  if (error instanceof NotReached || code === 'unavailable' || code === 'too-fast') return null
  throw error
}

const passed = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))
