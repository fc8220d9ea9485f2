import { throwsFrom } from '../../desk/simulation/chance.ts'

/** Chance that happens the same way every time, from a number to start with. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number
  /** A whole number between the two, both included. */
  between(from: number, to: number): number
  oneOf<T>(choices: readonly T[]): T
  /** Whether something happens that does so many times in a hundred. */
  happens(percent: number): boolean
}

export function chanceFrom(start: number): Chance {
  const next = throwsFrom(start)
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    oneOf(choices) {
      const chosen = choices[between(0, choices.length - 1)]
      if (chosen === undefined) throw new Error('There is nothing to choose from')
      return chosen
    },
    happens: (percent) => next() * 100 < percent,
  }
}
