import type { Pool } from 'pg'
import type { Helping } from '../../shared/people.ts'
import { tokenIn } from '../desk/session-cookie.ts'
import { limits } from './sessions.ts'
import { hashOf } from './tokens.ts'

/** Who comes with this cookie, and the key of his session; null for strangers. Coming in starts the session's idle time anew. */
export async function agentAtDoor(pool: Pool, cookie: string | undefined, at = new Date()): Promise<{ who: Helping; key: string } | null> {
  const token = tokenIn(cookie)
  return token ? agentWithToken(pool, token, at) : null
}

/** As `agentAtDoor`, with the token itself. */
export async function agentWithToken(pool: Pool, token: string, at: Date) {
  const { rows } = await pool.query<Omit<Helping, 'kind'> & { key: string; email: string; seen_at: Date }>({
    name: 'agent-at-door',
    text: `select sessions.id as key, seen_at, agents.id, name, email, role,
        array(select team_id::text from members where members.agent_id = agents.id order by 1) as teams
      from sessions join agents on agents.id = sessions.agent_id
      where token_hash = $1 and sessions.created_at > $2 and seen_at > $3 and disabled_at is null`,
    values: [hashOf(token), ...limits(at)],
  })
  const [found] = rows
  if (!found) return null
  const { key, email, seen_at, ...agent } = found
  if (at.getTime() - seen_at.getTime() > aMinute) await touch(pool, key, at)
  const who: Helping = { kind: 'agent', ...agent }
  return { who, key, email }
}

const aMinute = 60_000

async function touch(pool: Pool, key: string, at: Date) {
  await pool.query('update sessions set seen_at = greatest(seen_at, $2) where id = $1', [key, at])
}
