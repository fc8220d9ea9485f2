import { found, type Look } from './examine.ts'

/** From here on it is worth a look, and from there on a log cannot be held against another. */
const apartMs = 500
const wrongMs = 2_000

/** Whether this machine, PostgreSQL and Redis agree on the time. */
export const clocks: Look = async ({ pool, redis }) => {
  const skews = await Promise.all([
    skewOf('PostgreSQL', async () => {
      const { rows } = await pool.query<{ at: Date }>('select clock_timestamp() as at')
      return rows[0]?.at ?? new Date()
    }),
    skewOf('Redis', async () => {
      const [seconds = '0', microseconds = '0'] = await redis.time()
      return new Date(Number(seconds) * 1_000 + Number(microseconds) / 1_000)
    }),
  ])
  const worst = skews.reduce((one, other) => (other.ms > one.ms ? other : one))
  if (worst.ms < apartMs) return found('clock-right', { ms: worst.ms })
  return found(worst.ms < wrongMs ? 'clock-apart' : 'clock-wrong', worst)
}

/** The question may have taken its time: no difference is counted that it explains. */
async function skewOf(engine: string, ask: () => Promise<Date>) {
  const before = Date.now()
  const there = (await ask()).getTime()
  const after = Date.now()
  const ms = there < before ? before - there : Math.max(0, there - after)
  return { engine, ms }
}
