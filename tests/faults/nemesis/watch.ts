import type { Pool } from 'pg'
import { untrueLoads } from '../../support/loads.ts'
import { memoryOf, type Sample } from '../../support/memory.ts'

/** Looks again and again, over a connection of its own, whether every load is what its agent carries. */
export function watchesLoads(pool: Pool, everyMs: number) {
  const untrue: string[] = []
  let looking: Promise<void> | null = null
  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = null))
  }, everyMs)

  // A database that is away cannot be looked at.
  const look = () =>
    untrueLoads(pool).then(
      (found) => void untrue.push(...found.map(({ agent, load, carried }) => `${agent} carried ${carried}, and the load said ${load}`)),
      () => undefined,
    )

  return {
    found: () => untrue,
    async stop(): Promise<string[]> {
      clearInterval(timer)
      await looking
      return untrue
    },
  }
}

/** Looks again and again how much memory each of these processes holds. */
export function watchesMemory(desks: { pid(): number; isRunning(): boolean }[], everyMs: number) {
  const memory: Sample[][] = desks.map(() => [])
  const began = Date.now()
  const timer = setInterval(() => {
    for (const [nth, desk] of desks.entries()) if (desk.isRunning()) sample(memory[nth], desk.pid())
  }, everyMs)

  function sample(into: Sample[] | undefined, pid: number) {
    try {
      into?.push({ seconds: (Date.now() - began) / 1000, megabytes: memoryOf(pid) })
    } catch {
      // It ended just now.
    }
  }

  return {
    memory,
    /** What each holds by now, in words. */
    now: () => memory.map((samples) => `${Math.round(samples.at(-1)?.megabytes ?? 0)} MB`).join(' and '),
    stop: () => clearInterval(timer),
  }
}
