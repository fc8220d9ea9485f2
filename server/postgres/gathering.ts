import { setTimeout as pause } from 'node:timers/promises'

/** Answers each of the things given to it, or fails them one by one. */
export type Carrier<Job, Result> = (jobs: Job[]) => Promise<PromiseSettledResult<Result>[]>

interface Waiting<Job, Result> {
  job: Job
  resolve(result: Result): void
  reject(reason: unknown): void
}

/**
 * Gathers what arrives while earlier jobs are carried out, and carries it out together: one commit for many.
 * Where nobody waits for it, a rest before each time lets more come together. Never reorders. At most `most` go at once; whoever comes when `full` are waiting is turned away.
 */
export function gather<Job, Result>(
  carry: Carrier<Job, Result>,
  { most, full, whenFull, restMs = 0 }: { most: number; full: number; whenFull(): Error; restMs?: number },
) {
  const waiting: Waiting<Job, Result>[] = []
  let running = false

  async function run() {
    running = true
    while (waiting.length > 0) {
      await carryOut(waiting.splice(0, most))
      if (restMs > 0 && waiting.length > 0 && waiting.length < most) await pause(restMs)
    }
    running = false
  }

  async function carryOut(batch: Waiting<Job, Result>[]) {
    const results = await carry(batch.map(({ job }) => job)).catch((reason: unknown) =>
      batch.map(() => ({ status: 'rejected' as const, reason })),
    )
    batch.forEach(({ resolve, reject }, index) => {
      const result = results[index]
      if (result?.status === 'fulfilled') resolve(result.value)
      else reject(result?.reason)
    })
  }

  return {
    add(job: Job): Promise<Result> {
      if (waiting.length >= full) return Promise.reject(whenFull())
      return new Promise<Result>((resolve, reject) => {
        waiting.push({ job, resolve, reject })
        // Started a moment later, so that all that arrived in one read of the sockets goes together.
        if (!running) {
          running = true
          if (restMs > 0) setTimeout(run, restMs)
          else setImmediate(() => void run())
        }
      })
    },
    /** Resolves once nothing waits or runs any more. */
    async idle() {
      while (running) await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
