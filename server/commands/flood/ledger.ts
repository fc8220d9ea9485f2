/** Keeps the books of a flood: what was sent, acknowledged, and heard by the other side. */
export interface Ledger {
  /** A message goes out; the returned function is called with its acknowledgement, or with its failure. */
  sent(id: string): { acknowledged(): void; failed(): void }
  /** The other side got it. */
  heard(id: string): void
  totals(now?: number): Totals
  /** Latencies since the last time that somebody asked, in milliseconds, sorted. */
  takeLatencies(): number[]
  latencies: number[]
}

export interface Totals {
  sent: number
  acknowledged: number
  failed: number
  /** Acknowledged, and not heard by the other side within five seconds. */
  lost: number
}

const patienceMs = 5_000

export function createLedger(clock = () => performance.now()): Ledger {
  const totals = { sent: 0, acknowledged: 0, failed: 0 }
  const unheard = new Map<string, number | null>()
  const latencies: number[] = []
  let fresh: number[] = []

  return {
    sent(id) {
      const since = clock()
      totals.sent++
      unheard.set(id, null)
      return {
        acknowledged() {
          const latency = clock() - since
          totals.acknowledged++
          fresh.push(latency)
          latencies.push(latency)
          if (unheard.has(id)) unheard.set(id, clock())
        },
        failed() {
          totals.failed++
          unheard.delete(id)
        },
      }
    },
    heard: (id) => void unheard.delete(id),
    totals(now = clock()) {
      const late = [...unheard.values()].filter((since) => since !== null && now - since > patienceMs)
      return { ...totals, lost: late.length }
    },
    takeLatencies() {
      const taken = fresh.sort((one, other) => one - other)
      fresh = []
      return taken
    },
    latencies,
  }
}

/** The value below which this share lies; null where there is none. */
export function percentile(sorted: number[], share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
}
