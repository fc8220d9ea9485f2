import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Helping } from '../../shared/people.ts'
import { type Entrance, hoursFrom, sessionHours } from '../desk/people.ts'
import { hashOf, newToken } from './tokens.ts'

/** Opens a session for somebody whose password is still the one that was checked. */
export async function openSession(client: PoolClient, known: { agent: string; hash: string }, { address, at }: Entrance) {
  const { token, hash } = newToken()
  // The lock makes a change of the password wait, so that none of the sessions before it can slip in after it.
  const { rowCount } = await client.query(
    `insert into sessions (id, agent_id, token_hash, created_at, seen_at, address)
     select $1, id, $2, $3, $3, $4 from agents where id = $5 and password_hash = $6 and disabled_at is null for share`,
    [randomUUID(), hash, at, address, known.agent, known.hash],
  )
  await dropOldSessions(client, at)
  return rowCount ? token : null
}

/** Ends one session, and returns its key. */
export async function endSession(pool: Pool, token: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>('delete from sessions where token_hash = $1 returning id', [hashOf(token)])
  return rows[0]?.id ?? null
}

/** Signs a person out everywhere. */
export async function endSessionsOf(client: PoolClient, agent: string) {
  await client.query('delete from sessions where agent_id = $1', [agent])
}

/** Signs a person out everywhere but here, and returns the keys of what ended. */
export async function endOtherSessions(client: PoolClient, agent: string, token: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('delete from sessions where agent_id = $1 and token_hash <> $2 returning id', [
    agent,
    hashOf(token),
  ])
  return rows.map(({ id }) => id)
}

/**
 * Which of these sessions, by key, are still good, and what they let one do now; those in use start their idle time anew.
 * Asked again and again for open connections, which come through the door only once.
 */
export async function livingSessions(
  pool: Pool,
  { idle, used }: { idle: string[]; used: string[] },
  at: Date,
): Promise<Map<string, Pick<Helping, 'role' | 'teams'>>> {
  const { rows } = await pool.query<Pick<Helping, 'role' | 'teams'> & { key: string }>({
    name: 'living-sessions',
    text: `with touched as (
        update sessions set seen_at = $3::timestamptz
        where id = any($2::uuid[]) and created_at > $4 and seen_at > $5 and seen_at < $3::timestamptz - interval '1 minute'
      )
      select sessions.id as key, role, array(select team_id::text from members where members.agent_id = agents.id) as teams
      from sessions join agents on agents.id = sessions.agent_id
      where sessions.id = any($1::uuid[] || $2::uuid[]) and sessions.created_at > $4 and seen_at > $5 and disabled_at is null`,
    values: [idle, used, at, ...limits(at)],
  })
  return new Map(rows.map(({ key, ...rights }) => [key, rights]))
}

/** The oldest beginning and the oldest sign of life that a good session may have. */
export const limits = (at: Date): [created: Date, seen: Date] => [hoursFrom(at, -sessionHours.absolute), hoursFrom(at, -sessionHours.idle)]

async function dropOldSessions(client: PoolClient, at: Date) {
  await client.query('delete from sessions where created_at <= $1 or seen_at <= $2', limits(at))
}
