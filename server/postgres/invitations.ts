import type { Pool, PoolClient } from 'pg'
import { hoursFrom, linkHours, type Opening } from '../desk/people.ts'
import { hashOf, newToken } from './tokens.ts'

/** Makes a one-time link for this person; one made before stops working. */
export async function makeLink(client: PoolClient, agent: string, at: Date): Promise<Opening> {
  const { token, hash } = newToken()
  const until = hoursFrom(at, linkHours)
  await client.query(
    `insert into invitations (agent_id, token_hash, expires_at) values ($1, $2, $3)
     on conflict (agent_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
    [agent, hash, until],
  )
  return { token, until }
}

/** When the link was made that is good for this person now, if there is one. */
export async function linkMadeAt(client: PoolClient, agent: string, at: Date): Promise<Date | null> {
  const { rows } = await client.query<{ expires_at: Date }>('select expires_at from invitations where agent_id = $1 and expires_at > $2', [
    agent,
    at,
  ])
  return rows[0] ? hoursFrom(rows[0].expires_at, -linkHours) : null
}

/** Whom an open link is for. */
export async function findInvited(pool: Pool, token: string, at: Date) {
  const { rows } = await pool.query<{ id: string; name: string; email: string }>(
    `select id, name, email from invitations join agents on id = agent_id
     where token_hash = $1 and expires_at > $2 and disabled_at is null`,
    [hashOf(token), at],
  )
  return rows[0] ?? null
}

/** Uses a link up: of two people who try at once, one gets through. */
export async function useLink(client: PoolClient, token: string, at: Date) {
  const { rows } = await client.query<{ agent_id: string }>(
    'delete from invitations where token_hash = $1 and expires_at > $2 returning agent_id',
    [hashOf(token), at],
  )
  return rows[0]?.agent_id ?? null
}

/** Ends the open link of a person. */
export async function dropLink(client: PoolClient, agent: string) {
  await client.query('delete from invitations where agent_id = $1', [agent])
}
