import { pino } from 'pino'
import { createApp } from '../../app.ts'
import type { Config } from '../../config.ts'

/** The desk in this process, with a clock of its own. */
export interface Stage {
  url: string
  now(): Date
  /** Lets so many seconds pass, on the desk and not here. */
  pass(seconds: number): void
  /** Lets time pass until then; never back. */
  passUntil(then: Date): void
  /** These agents will still be signed in then, though nights pass in a moment. */
  keepsSignedIn(agents: string[], then: Date): Promise<void>
  /** Waits until the clock has done everything that is due. From here on its time is the true one. */
  settles(): Promise<void>
  close(): Promise<void>
}

/** Starts the desk at a free port of this machine, as if it were `begin` now. */
export async function openStage(config: Config, begin: Date): Promise<Stage> {
  let time = begin.getTime()
  const { pool, listen, close } = await createApp({
    // Alone with its engines, it has nobody to share its news with.
    config: { ...config, FIRSTLINE_ENGINES: 'embedded', PORT: 0, HOST: '127.0.0.1', PUBLIC_URL: undefined, TRUST_PROXY: false },
    now: () => new Date(time),
    leaseClock: () => new Date(),
    log: pino({ level: 'fatal' }),
  })
  const url = await listen()

  function moveTo(later: number) {
    time = Math.max(time, later)
  }

  return {
    url,
    now: () => new Date(time),
    pass: (seconds) => moveTo(time + seconds * 1000),
    passUntil: (then) => moveTo(then.getTime()),
    async keepsSignedIn(agents, then) {
      await pool.query('update sessions set created_at = $2, seen_at = $2 where agent_id = any($1::uuid[])', [agents, then])
    },
    async settles() {
      const deadline = Date.now() + 20_000
      while (Date.now() < deadline) {
        moveTo(Date.now())
        const soon = new Date(time + 5_000)
        const { rowCount } = await pool.query('select 1 from conversations where due_at <= $1 limit 1', [soon])
        if (!rowCount) return
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    },
    close,
  }
}
