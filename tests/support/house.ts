import { rmSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '../../server/postgres/migrate.ts'
import type { DeskSettings } from '../../shared/queue.ts'
import { aDeskProcess, type DeskProcess, type DeskProcessOptions } from './desk-process.ts'
import { aFolder, anEngineRoom, aRedis } from './engines.ts'
import type { Gate } from './gate.ts'
import { keyholdersOf } from './keyholders.ts'
import { closeAllLines } from './line-to.ts'
import { aProxy, type FaultyLine } from './proxy.ts'
import { postgresHearing, redisHearing } from './spoken.ts'

export type House = Awaited<ReturnType<typeof aHouse>>

/**
 * A PostgreSQL as durable as in production and a Redis, both of one's own, each behind a line that can be cut; one team that
 * is always open; and as many processes of the built product as a test wants. The database may be kept in a given folder.
 */
export async function aHouse({ settings = {}, home }: { settings?: Partial<DeskSettings>; home?: string } = {}) {
  const [postgres, redis] = await Promise.all([anEngineRoom({ isFurnished: true, ...(home !== undefined && { home }) }), aRedis()])
  const pool = new pg.Pool({ connectionString: postgres.url, max: 6 })
  pool.on('error', () => undefined)
  await migrate(pool)
  const people = await keyholdersOf(pool)
  await pool.query("insert into settings (name, value) values ('desk', $1)", [settings])
  const folder = aFolder()
  const desks: DeskProcess[] = []
  const lines: FaultyLine[] = []

  /** A line of one's own to an engine. */
  async function aLine(socket: string): Promise<FaultyLine> {
    const line = await aProxy({ path: socket })
    lines.push(line)
    return line
  }

  return {
    postgres,
    redis,
    ...people,
    /** Where all its processes keep files. */
    folder,

    /** One more process. What it hears of its engines comes through lines that can be cut, and through its gate if it has one. */
    async desk(environment: DeskProcessOptions['environment'] = {}, gate?: Gate) {
      const toPostgres = await aLine(`${new URLSearchParams(postgres.url.split('?')[1]).get('host')}/.s.PGSQL.5432`)
      const toRedis = await aLine(redis.url.replace('unix://', ''))
      const postgresPort = gate ? await gate.line(toPostgres, postgresHearing) : toPostgres.port
      const redisPort = gate ? await gate.line(toRedis, redisHearing) : toRedis.port
      const desk = await aDeskProcess({
        databaseUrl: `postgresql://firstline@127.0.0.1:${postgresPort}/postgres`,
        redisUrl: `redis://127.0.0.1:${redisPort}`,
        environment: { DATA_DIR: folder, ...environment },
      })
      desks.push(desk)
      return Object.assign(desk, { toPostgres, toRedis })
    },

    async close() {
      closeAllLines()
      await Promise.all(desks.map((desk) => desk.close()))
      await Promise.all(lines.map((line) => line.end()))
      await pool.end()
      await Promise.all([redis.close(), postgres.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
