import type { Pool } from 'pg'
import type { Named } from '../../shared/people.ts'

/** Names for ids, of agents and requesters alike; those nobody knows are left out. */
export async function readNames(pool: Pool, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { rows } = await pool.query<Named>({
    name: 'read-names',
    text: `select id, name from agents where id = any($1::uuid[])
      union all select id, name from requesters where id = any($1::uuid[])`,
    values: [ids],
  })
  return rows
}

export interface RequesterCard extends Named {
  email: string | null
  verified: boolean
  /** Whether a connection of his lives now. */
  present: boolean
}

/** Who asks, as agents see him beside the chat. */
export async function readRequester(pool: Pool, id: string): Promise<RequesterCard | null> {
  const { rows } = await pool.query<RequesterCard>({
    name: 'read-requester',
    text: `select id, name, email, verified, exists (select from presences where person_id = requesters.id) as present
      from requesters where id = $1`,
    values: [id],
  })
  return rows[0] ?? null
}

/** The last numbers of these conversations. */
export async function readNumbers(pool: Pool, ids: string[]): Promise<{ conversation: string; public: number; internal: number }[]> {
  const { rows } = await pool.query<{ conversation: string; public: number; internal: number }>({
    name: 'read-numbers',
    text: 'select id as conversation, last_public as public, last_internal as internal from conversations where id = any($1::uuid[])',
    values: [ids],
  })
  return rows
}
