/** How long something took, in milliseconds. */
export interface Spread {
  count: number
  p50: number
  p95: number
  p99: number
  max: number
}

/** Collects durations without making work for the collector of garbage while it measures. */
export function createLatencies(most: number) {
  const all = new Float64Array(most)
  let count = 0
  return {
    add(milliseconds: number) {
      if (count < most) all[count++] = milliseconds
    },
    spread(): Spread {
      const sorted = all.slice(0, count).sort()
      const at = (share: number) => sorted[Math.min(count - 1, Math.floor(count * share))] ?? Number.NaN
      return { count, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted[count - 1] ?? Number.NaN }
    },
  }
}
