import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../../server/postgres/migrate.ts'
import { openSession } from '../../server/postgres/sessions.ts'
import { inTransaction } from '../../server/postgres/transaction.ts'
import { visitsIn } from '../../server/postgres/visits.ts'
import type { Role } from '../../shared/people.ts'
import type { Credentials } from '../../shared/protocol.ts'
import type { DeskSettings } from '../../shared/queue.ts'
import { aDeskProcess, type DeskProcess, type DeskProcessOptions } from './desk-process.ts'
import { anEngineRoom, aRedis } from './engines.ts'
import { closeAllLines } from './line-to.ts'
import { aProxy, type FaultyLine } from './proxy.ts'

export type House = Awaited<ReturnType<typeof aHouse>>

/** Someone with a key to the house: an account or a visit, and what to show at the door. */
export interface Keyholder {
  id: string
  name: string
  credentials: Credentials
  /** What a browser would send along. */
  cookie?: string
}

/**
 * A PostgreSQL as durable as in production and a Redis, both of one's own, each behind a line that can be cut; one team that
 * is always open; and as many processes of the built product as a test wants.
 */
export async function aHouse({ settings = {} }: { settings?: Partial<DeskSettings> } = {}) {
  const postgres = await anEngineRoom()
  const redis = await aRedis()
  const pool = new pg.Pool({ connectionString: postgres.url, max: 6 })
  pool.on('error', () => undefined)
  await migrate(pool)
  const team = await aTeam('Service desk')
  await pool.query("insert into settings (name, value) values ('desk', $1)", [settings])
  const desks: DeskProcess[] = []
  const lines: FaultyLine[] = []

  async function aTeam(name: string) {
    const id = randomUUID()
    await pool.query('insert into teams (id, name) values ($1, $2)', [id, name])
    await pool.query('insert into topics (id, team_id, name) values ($1, $1, $2)', [id, name])
    return id
  }

  /** A line of one's own to an engine. */
  async function aLine(socket: string): Promise<FaultyLine> {
    const line = await aProxy({ path: socket })
    lines.push(line)
    return line
  }

  return {
    postgres,
    redis,
    pool,
    /** Its only topic has the same id. */
    team,
    aTeam,

    /** One more process. What it hears of its engines comes through lines that can be cut. */
    async desk(environment: DeskProcessOptions['environment'] = {}) {
      const toPostgres = await aLine(`${new URLSearchParams(postgres.url.split('?')[1]).get('host')}/.s.PGSQL.5432`)
      const toRedis = await aLine(redis.url.replace('unix://', ''))
      const desk = await aDeskProcess({
        databaseUrl: `postgresql://firstline@127.0.0.1:${toPostgres.port}/postgres`,
        redisUrl: `redis://127.0.0.1:${toRedis.port}`,
        environment,
      })
      desks.push(desk)
      return Object.assign(desk, { toPostgres, toRedis })
    },

    async agent(name: string, { capacity = 5, role = 'agent' as Role, teams = [team] } = {}): Promise<Keyholder> {
      const id = randomUUID()
      await pool.query("insert into agents (id, name, email, role, password_hash) values ($1, $2, $3, $4, 'x')", [
        id,
        name,
        `${id}@x.de`,
        role,
      ])
      for (const one of teams) await pool.query('insert into members (agent_id, team_id) values ($1, $2)', [id, one])
      await pool.query('insert into standings (agent_id, capacity) values ($1, $2)', [id, capacity])
      const by = { address: '127.0.0.1', request: 'test', at: new Date() }
      const token = await inTransaction(pool, (client) => openSession(client, { agent: id, hash: 'x' }, by))
      return { id, name, credentials: { as: 'agent' }, cookie: `firstline_session=${token}` }
    },

    async requester(name: string): Promise<Keyholder> {
      const visits = visitsIn(pool)
      const { id } = await visits.newcomer({ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` })
      return { id, name, credentials: { as: 'requester', visit: await visits.open(id) } }
    },

    async close() {
      closeAllLines()
      await Promise.all(desks.map((desk) => desk.close()))
      await Promise.all(lines.map((line) => line.end()))
      await pool.end()
      await Promise.all([redis.close(), postgres.close()])
    },
  }
}
