/** How much there is at once, and what of it comes back each second. */
export interface Flow {
  reserve: number
  perSecond: number
}

export type Buckets = ReturnType<typeof createBuckets>

const sweepEveryMs = 60_000

/** Buckets that fill again with time, one for each key. Those that are full again are forgotten, for a new one is the same. */
export function createBuckets({ reserve, perSecond }: Flow, now: () => number = performance.now.bind(performance)) {
  const buckets = new Map<string, { left: number; since: number }>()
  let swept = now()

  const leftIn = ({ left, since }: { left: number; since: number }, at: number) =>
    Math.min(reserve, left + ((at - since) / 1000) * perSecond)

  function sweep(at: number) {
    swept = at
    for (const [key, bucket] of buckets) if (leftIn(bucket, at) >= reserve) buckets.delete(key)
  }

  return {
    /** Takes so much out, or nothing where that is more than there is. */
    take(key: string, price = 1): boolean {
      const at = now()
      if (at - swept > sweepEveryMs) sweep(at)
      const bucket = buckets.get(key)
      const left = bucket ? leftIn(bucket, at) : reserve
      const enough = left >= price
      buckets.set(key, { left: enough ? left - price : left, since: at })
      return enough
    },
    size: () => buckets.size,
  }
}
