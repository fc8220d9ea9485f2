import type { Pool, PoolClient } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { Look } from '../desk/desk.ts'
import { readCursors } from './cursors.ts'
import { readMilestones, readPage } from './entries.ts'
import { inOneVolley, type Statements } from './volley.ts'

const newest = 2 ** 31 - 1

/** All that whoever opens a conversation sees, asked at once: opening is what people wait for. */
export async function readLook(
  pool: Pool,
  conversation: string,
  { limit, internal }: { limit: number; internal: boolean },
): Promise<Look | null> {
  const ask = async (db: Statements) => {
    const [state, page, marks, milestones] = await Promise.all([
      readState(db, conversation),
      readPage(db, conversation, { before: newest, limit, internal }),
      readCursors(db, conversation),
      internal ? [] : readMilestones(db, conversation),
    ])
    return state && { state, page, marks, milestones }
  }
  // Which notes lie among a page is known only with the page.
  return internal ? onOneConnection(pool, ask) : inOneVolley(pool, ask)
}

async function onOneConnection<T>(pool: Pool, ask: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await ask(client)
  } finally {
    client.release()
  }
}

/** Where a conversation stands, or null. */
export async function readState(db: Statements, conversation: string): Promise<Conversation | null> {
  const { rows } = await db.query<{ state: Conversation }>({
    name: 'read-conversation',
    text: 'select state from conversations where id = $1',
    values: [conversation],
  })
  return rows[0]?.state ?? null
}
