import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { openSession } from '../../server/postgres/sessions.ts'
import { inTransaction } from '../../server/postgres/transaction.ts'
import { visitsIn } from '../../server/postgres/visits.ts'
import type { Role } from '../../shared/people.ts'
import type { Credentials } from '../../shared/protocol.ts'

/** Someone with a key to the house: an account or a visit, and what to show at the door. */
export interface Keyholder {
  id: string
  name: string
  credentials: Credentials
  /** What a browser would send along. */
  cookie?: string
}

export type Keyholders = Awaited<ReturnType<typeof keyholdersOf>>

/** A desk as people find it: one team that is always open, and whoever a test wants to come. */
export async function keyholdersOf(pool: Pool, name = 'Service desk') {
  const team = await aTeam(name)

  async function aTeam(name: string) {
    const id = randomUUID()
    await pool.query('insert into teams (id, name) values ($1, $2)', [id, name])
    await pool.query('insert into topics (id, team_id, name) values ($1, $1, $2)', [id, name])
    return id
  }

  return {
    pool,
    /** Its only topic has the same id. */
    team,
    aTeam,

    async agent(name: string, { capacity = 5, role = 'agent' as Role, teams = [team] as string[] } = {}): Promise<Keyholder> {
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
  }
}
