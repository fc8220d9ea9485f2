const everyMs = 4_000
const answerWithinMs = 5_000

/** Whether the other end still answers. */
export interface Pulse {
  /** Asks now: there is reason to doubt. */
  feel(): void
  stop(): void
}

/** Asks now and then; a line that nobody answers on is told to be lost, long before the network says so. */
export function keepPulse(isUp: () => boolean, ping: (withinMs: number) => Promise<unknown>, lost: () => void): Pulse {
  let asking = false

  async function feel() {
    if (asking || !isUp()) return
    asking = true
    try {
      await ping(answerWithinMs)
    } catch {
      if (isUp()) lost()
    } finally {
      asking = false
    }
  }

  const timer = setInterval(() => void feel(), everyMs)
  return { feel: () => void feel(), stop: () => clearInterval(timer) }
}
