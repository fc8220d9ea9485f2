import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
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

/**
 * Which of these sessions, by key, are still good; those in use start their idle time anew.
 * Asked now and then for open connections, which come through the door only once.
 */
export async function livingSessions(pool: Pool, { idle, used }: { idle: string[]; used: string[] }, at: Date): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `with touched as (
       update sessions set seen_at = $3 where id = any($2::uuid[]) and created_at > $4 and seen_at > $5 returning id
     )
     select id from touched
     union
     select id from sessions where id = any($1::uuid[]) and created_at > $4 and seen_at > $5`,
    [idle, used, at, ...limits(at)],
  )
  return new Set(rows.map((row) => row.id))
}

/** The oldest beginning and the oldest sign of life that a good session may have. */
export const limits = (at: Date): [created: Date, seen: Date] => [hoursFrom(at, -sessionHours.absolute), hoursFrom(at, -sessionHours.idle)]

async function dropOldSessions(client: PoolClient, at: Date) {
  await client.query('delete from sessions where created_at <= $1 or seen_at <= $2', limits(at))
}
