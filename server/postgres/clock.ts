import type { Pool } from 'pg'

export interface Clocks {
  /** What the clock of this machine says, in milliseconds. */
  machine(): number
  /** How long this process runs, in milliseconds, whatever is done to the clock of the machine. */
  running(): number
}

export type Clock = ReturnType<typeof createClock>

/** Closer than this nobody looks: the clock of the machine is taken as it is. */
const apartMs = 200
/** A clock that leaps by more was set, and did not just run. */
const leapMs = 500

/**
 * One clock for all processes: that of the database. Deadlines, leases and the times of messages mean the same on every
 * machine then, however wrong its own clock is, or is set meanwhile.
 */
export function createClock(pool: Pool, { machine, running }: Clocks = { machine: Date.now, running: () => performance.now() }) {
  let ahead = 0
  let base = machine() - running()

  /** Whoever sets the clock of the machine sets nothing here. */
  function absorbLeap() {
    const leap = machine() - running() - base
    if (Math.abs(leap) < leapMs) return
    ahead += leap
    base += leap
  }

  return {
    now(): Date {
      absorbLeap()
      return new Date(machine() - ahead)
    },

    /** Asks the database what time it is. */
    async set(): Promise<void> {
      const [before, begun] = [machine(), running()]
      const { rows } = await pool.query<{ at: Date }>('select clock_timestamp() as at')
      const [after, took] = [machine(), running() - begun]
      const there = rows[0]?.at.getTime() ?? before
      absorbLeap()
      // What was set in the middle of the question tells nothing: the next one does.
      if (Math.abs(after - before - took) > apartMs) return
      // The question took its time: the answer was right at some moment of it. What was believed is believed on if it may be so.
      const mayBe = (one: number) => one > before - there - apartMs && one < after - there + apartMs
      if (!mayBe(ahead)) ahead = mayBe(0) ? 0 : (before + after) / 2 - there
    },
  }
}
