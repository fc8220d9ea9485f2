import type { Shelf } from '../desk/files.ts'
import type { Sweeping } from './shelf.ts'

interface Sweep {
  shelf: Pick<Shelf, 'remove'> & Sweeping
  /** Forgets files that nobody sent since then, and those that were erased; returns their names in the folder. */
  forget(before: Date): Promise<string[]>
  /** Which of these names belong to a file. */
  known(stored: string[]): Promise<Set<string>>
  now(): Date
}

export const sweepEveryMs = 5 * 60_000
const day = 24 * 3_600_000

/** Takes away what belongs to no message, a day after it came. One of the 256 folders a turn: within a day, all of them. */
export async function sweepFiles({ shelf, forget, known, now }: Sweep): Promise<void> {
  const before = new Date(now().getTime() - day)
  for (const stored of await forget(before)) await shelf.remove(stored)
  // The disk has a clock of its own.
  const since = new Date(Date.now() - day)
  await shelf.clear(since)
  const place = (Math.floor(Date.now() / sweepEveryMs) % 256).toString(16).padStart(2, '0')
  const left = await shelf.left(place, since)
  const mine = left.length > 0 ? await known(left) : new Set()
  for (const stored of left) if (!mine.has(stored)) await shelf.remove(stored)
}
