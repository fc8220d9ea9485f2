import type { Pool, PoolClient } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { Look } from '../desk/desk.ts'
import { readCursors } from './cursors.ts'
import { readMilestones, readPage } from './entries.ts'

const newest = 2 ** 31 - 1

/** All that whoever opens a conversation sees, asked on one connection at once: opening is what people wait for. */
export async function readLook(
  pool: Pool,
  conversation: string,
  { limit, internal }: { limit: number; internal: boolean },
): Promise<Look | null> {
  const client = await pool.connect()
  try {
    const [state, page, marks, milestones] = await Promise.all([
      readState(client, conversation),
      readPage(client, conversation, { before: newest, limit, internal }),
      readCursors(client, conversation),
      internal ? [] : readMilestones(client, conversation),
    ])
    return state && { state, page, marks, milestones }
  } finally {
    client.release()
  }
}

/** Where a conversation stands, or null. */
export async function readState(db: Pool | PoolClient, conversation: string): Promise<Conversation | null> {
  const { rows } = await db.query<{ state: Conversation }>({
    name: 'read-conversation',
    text: 'select state from conversations where id = $1',
    values: [conversation],
  })
  return rows[0]?.state ?? null
}
