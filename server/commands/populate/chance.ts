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
  let state = start >>> 0
  // Mulberry32: small, and even enough for stories.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
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
