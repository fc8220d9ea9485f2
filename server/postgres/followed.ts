import type { Pool } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'

/** How these conversations stand, for those who follow them. */
export async function readFollowed(pool: Pool, ids: string[]): Promise<Conversation[]> {
  const { rows } = await pool.query<{ state: Conversation }>({
    name: 'read-followed',
    text: 'select state from conversations where id = any($1::uuid[])',
    values: [ids],
  })
  return rows.map(({ state }) => state)
}
