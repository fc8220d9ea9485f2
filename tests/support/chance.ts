import { throwsFrom } from '../../server/desk/simulation/chance.ts'

/** Chance that can be repeated: the same seed, the same throws. */
export function aChance(seed: number) {
  const next = throwsFrom(seed)
  return {
    seed,
    between: (from: number, to: number) => from + next() * (to - from),
    isIn: (probability: number) => next() < probability,
  }
}

/** One of them, by chance. */
export const oneOf = <T>(chance: ReturnType<typeof aChance>, list: readonly T[]): T => {
  const found = list[Math.floor(chance.between(0, list.length))]
  if (found === undefined) throw new Error('Nothing to choose from')
  return found
}

/** The seed of this run: FIRSTLINE_SEED to repeat one, else a new one, which failures name. */
export const seedOfRun = () => Number(process.env.FIRSTLINE_SEED ?? Date.now() % 1_000_000)

/** How often whatever people may do is tried in a property: FIRSTLINE_RUNS of them, else as many as take no time. */
export const runs = Number(process.env.FIRSTLINE_RUNS ?? 25)
