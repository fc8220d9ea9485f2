import { randomUUID } from 'node:crypto'
import { setTimeout as passed } from 'node:timers/promises'
import type { Pool } from 'pg'
import { refuse } from '../shared/refusal.ts'
import type { Comparing } from './desk/simulation/comparing.ts'
import { generated } from './desk/simulation/generated.ts'
import { createTrials, mostArrivals, type Wanted } from './desk/simulation/trials.ts'
import { readDeskAsSetUp } from './postgres/desk-as-set-up.ts'
import { enterAlone } from './postgres/one-at-a-time.ts'
import { readRecorded } from './postgres/recorded.ts'

interface Trying {
  /** The connections of those who read much. */
  pool: Pool
  now(): Date
  onBug(error: unknown, where: string): void
}

/** Settings tried out in a process that serves people meanwhile. */
export const createTrying = ({ pool, now, onBug }: Trying) =>
  createTrials({
    read: (wanted) => read(pool, wanted, now()),
    enter: () => enterAlone(pool, 'simulation'),
    newId: randomUUID,
    clock: () => performance.now(),
    rest: () => passed(4),
    onBug,
  })

async function read(pool: Pool, { team: id, routing, traffic: from, seed, aimSeconds }: Wanted, now: Date): Promise<Comparing> {
  const desk = await readDeskAsSetUp(pool)
  if (!desk.teams.some((team) => team.id === id)) refuse('no-such-team')
  const traffic =
    from.from === 'day'
      ? ((await readRecorded(pool, { from: from.day, to: from.day, desk, now, most: mostArrivals }, seed)) ?? refuse('nobody-came'))
      : generated({ ...from, team: id, begins: Date.UTC(2026, 0, 5, 8) }, seed)
  // What is made up comes while its agents are there.
  if (from.from === 'chance') for (const team of desk.teams) team.hours = null
  const { helpers } = traffic
  const proposed = { ...desk, teams: desk.teams.map((team) => (team.id === id ? { ...team, routing } : team)) }
  return { traffic, present: { desk, helpers }, proposed: { desk: proposed, helpers }, seed, aimSeconds }
}
