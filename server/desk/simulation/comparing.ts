import type { Comparison, Tried } from '../../../shared/simulation.ts'
import { figuresOf, stretchesOf } from './figures.ts'
import { simulate } from './run.ts'
import type { DeskAsSetUp } from './set-up.ts'
import type { Arrival, Helper, Traffic } from './traffic.ts'

/** A desk, with its agents as they are there, and those who come as they are led there. */
export interface Side {
  desk: DeskAsSetUp
  helpers: Helper[]
  arrivals: Arrival[]
}

export interface Comparing {
  traffic: Traffic
  present: Side
  proposed: Side | null
  seed: number
  /** Who is helped within so many seconds was helped in time. */
  aimSeconds: number
}

/** Lets the same traffic come to both; yields how far it is, from 0 to 1. */
export function* compare({ traffic, present, proposed, seed, aimSeconds }: Comparing): Generator<number, Comparison, void> {
  const sides = proposed ? 2 : 1
  const first = yield* tried(traffic, present, seed, aimSeconds, (done) => done / sides)
  const second = proposed ? yield* tried(traffic, proposed, seed, aimSeconds, (done) => (1 + done) / sides) : null
  return { asked: traffic.arrivals.length, agents: traffic.helpers.length, seed, aimSeconds, present: first, proposed: second }
}

function* tried(
  traffic: Traffic,
  { desk, helpers, arrivals }: Side,
  seed: number,
  aimSeconds: number,
  ofAll: (done: number) => number,
): Generator<number, Tried, void> {
  const running = simulate({ ...traffic, helpers, arrivals }, desk, seed)
  for (;;) {
    const { done, value } = running.next()
    if (!done) {
      yield ofAll(value)
      continue
    }
    const seen = new Set(value.spells.map(({ team }) => team))
    const teams = desk.teams.filter(({ id }) => seen.has(id))
    return {
      all: figuresOf(value, aimSeconds, null),
      teams: teams.map(({ id, name }) => ({ team: name, figures: figuresOf(value, aimSeconds, id) })),
      stretches: stretchesOf(value, traffic, stretches),
      trace: value.trace,
    }
  }
}

/** Half an hour of a day. */
const stretches = 48
