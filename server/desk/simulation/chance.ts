/** Throws between 0 and 1 that can be repeated: the same seed, the same throws. Mulberry32, by Tommy Ettinger. */
export function throwsFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A seed of its own for each thing that is left to chance, whatever else is asked for before it. FNV-1a. */
export function seedFor(seed: number, ...words: (string | number)[]): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (const letter of words.join(' ')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}

/** Times as they are found at help desks. */
export function timesFrom(seed: number) {
  const next = throwsFrom(seed)
  /** Never 0, of which there is no logarithm. */
  const above = () => 1 - next()
  /** A normal number, by Box and Muller. */
  const normal = () => Math.sqrt(-2 * Math.log(above())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    /** Between two that come independently of each other, or until somebody loses patience. */
    exponential: (mean: number) => -mean * Math.log(above()),
    /** How long a talk lasts; `spread` is its standard deviation as a part of its mean. */
    logNormal(mean: number, spread: number) {
      const variance = Math.log(1 + spread ** 2)
      return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * normal())
    },
    isIn: (probability: number) => next() < probability,
  }
}

export type Times = ReturnType<typeof timesFrom>
