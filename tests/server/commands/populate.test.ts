import pg from 'pg'
import { arrivals } from '../../../server/commands/populate/calendar.ts'
import { gatherCast } from '../../../server/commands/populate/cast.ts'
import { chanceFrom } from '../../../server/commands/populate/chance.ts'
import { askers, helpers } from '../../../server/commands/populate/company.ts'
import { perform } from '../../../server/commands/populate/perform.ts'
import { openStage } from '../../../server/commands/populate/stage.ts'
import { configFrom } from '../../../server/config.ts'
import { demonstrationsIn, madeUp } from '../../../server/postgres/demonstration.ts'
import { aDatabase } from '../../support/database.ts'
import { aRedis } from '../../support/engines.ts'

const days = 20
const day = 24 * 3_600_000

test('a desk is populated over the public protocol, with tickets of past weeks that are logged, and is empty again with one press', async () => {
  const [database, redis] = await Promise.all([aDatabase(), aRedis()])
  const url = madeUp(database.url)
  const pool = new pg.Pool({ connectionString: url })
  pool.on('error', () => undefined)
  const end = new Date()
  const stage = await openStage(
    configFrom({ DATABASE_URL: url, REDIS_URL: redis.url, FIRSTLINE_ENGINES: 'embedded' }),
    new Date(end.getTime() - days * day),
  )
  try {
    const chance = chanceFrom(7)
    const cast = await gatherCast(pool, stage)
    const done = await perform({ stage, cast, chance, plan: arrivals(15, { days, end }, chance), end, say: () => {} })
    for (const agent of cast.agents) await agent.signsOut()
    for (const visitor of cast.visitors) visitor.leaves()

    expect([cast.agents.length, cast.visitors.length]).toEqual([helpers.length, askers.length])
    // Fifteen over the weeks, and three of the last hours.
    expect(done.solved + done.left + done.messages).toBe(18)
    expect(await counted(pool, 'select count(*) from tickets')).toBe(18)
    expect(await counted(pool, 'select count(*) from tickets where logged_at is null')).toBe(0)
    expect(
      await counted(pool, `select count(*) from tickets where opened_at > now() or opened_at < now() - interval '${days + 1} days'`),
    ).toBe(0)
    expect(await counted(pool, "select count(*) from tickets where status in ('resolved', 'closed')")).toBeGreaterThan(5)
    expect(await counted(pool, 'select count(*) from sessions')).toBe(0)
    expect(await counted(pool, 'select sum(load) as count from standings')).toBe(0)

    const { removed } = await demonstrationsIn(pool).remove({ agent: null, request: null, address: null, at: end })
    expect(removed).toMatchObject({ tickets: 18, people: helpers.length, requesters: askers.length, teams: 4, sites: 1 })
    for (const table of [
      'conversations',
      'entries',
      'tickets',
      'requesters',
      'agents',
      'replies',
      'sites',
      'outbox',
      'waits',
      'visits',
      'categories',
    ]) {
      expect([table, await counted(pool, `select count(*) from ${table}`)]).toEqual([table, 0])
    }
    expect(await counted(pool, 'select count(*) from teams')).toBe(1)
    expect(await counted(pool, "select count(*) from audit where what = 'demonstration:remove'")).toBe(1)
  } finally {
    await stage.close()
    await pool.end()
    await redis.close()
    await database.close()
  }
}, 90_000)

async function counted(pool: pg.Pool, question: string) {
  const { rows } = await pool.query<{ count: string }>(question)
  return Number(rows[0]?.count)
}
