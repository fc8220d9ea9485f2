import type { Pool } from 'pg'
import type { Cursor } from '../../shared/protocol/conversation.ts'
import { gather } from './gathering.ts'
import type { Statements } from './volley.ts'

interface Move extends Cursor {
  conversation: string
}

/** How far each person got in a conversation. */
export async function readCursors(db: Statements, conversation: string): Promise<Cursor[]> {
  const { rows } = await db.query<Cursor>({
    name: 'read-cursors',
    text: 'select person_id as person, delivered, seen from cursors where conversation_id = $1',
    values: [conversation],
  })
  return rows
}

/** How far each person got. Cursors only move forward, and many moves are kept with one statement. */
export function createCursors(pool: Pool) {
  const moves = gather<Move, void>((batch) => keepMoves(pool, batch), {
    most: 500,
    full: 20_000,
    whenFull: () => new Error('Too many cursors are waiting to be kept'),
  })

  return {
    move: (conversation: string, cursor: Cursor) => moves.add({ conversation, ...cursor }),

    idle: () => moves.idle(),
  }
}

async function keepMoves(pool: Pool, batch: Move[]): Promise<PromiseSettledResult<void>[]> {
  const furthest = new Map<string, Move>()
  for (const move of batch) {
    const key = `${move.conversation} ${move.person}`
    const known = furthest.get(key)
    furthest.set(
      key,
      known ? { ...move, delivered: Math.max(known.delivered, move.delivered), seen: Math.max(known.seen, move.seen) } : move,
    )
  }
  // Sorted, so that two processes never wait for each other in a ring.
  const rows = [...furthest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, move]) => move)
  await pool.query({
    name: 'move-cursors',
    text: `insert into cursors (conversation_id, person_id, delivered, seen)
      select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[])
      on conflict (conversation_id, person_id) do update
        set delivered = greatest(cursors.delivered, excluded.delivered), seen = greatest(cursors.seen, excluded.seen)
        where excluded.delivered > cursors.delivered or excluded.seen > cursors.seen`,
    values: [
      rows.map((row) => row.conversation),
      rows.map((row) => row.person),
      rows.map((row) => row.delivered),
      rows.map((row) => row.seen),
    ],
  })
  return batch.map(() => ({ status: 'fulfilled', value: undefined }))
}
