import type { Pool } from 'pg'
import { isPublic, type PublicEntry } from '../../shared/entry.ts'
import type { Histories } from '../desk/line/line-ports.ts'
import { columns, type EntryRow, entryOf } from './entries.ts'
import { unreadFor } from './summaries.ts'

/** Timelines, read for other purposes than chatting. */
export const historiesIn = (pool: Pool): Histories => ({
  /** What was said is left out: it changes nothing but the last number, and may be thousands. */
  async of(requester, count) {
    const { rows } = await pool.query<{ id: string; last_public: number; unread: number }>({
      name: 'conversations-of',
      text: `select id, last_public, ${unreadFor('$1')} as unread from conversations
        where requester_id = $1 order by opened_at desc limit $2`,
      values: [requester, count],
    })
    const milestones = await milestonesOf(pool, rows)
    return rows.map(({ id, last_public, unread }) => ({ last: last_public, unread, entries: milestones.get(id) ?? [] }))
  },

  async spoken(conversation) {
    const { rows } = await pool.query<EntryRow>(
      `select ${columns} from entries where conversation_id = $1 and lane = 'public' order by seq`,
      [conversation],
    )
    return rows.map(entryOf).filter(isPublic)
  },

  async decisions(conversation) {
    const { rows } = await pool.query<EntryRow>(
      `select ${columns} from entries where conversation_id = $1
         and kind in ('offered', 'declined', 'expired', 'withdrawn', 'assigned', 'queued', 'lost', 'transferred')
       order by at, coalesce(after, seq), lane, seq`,
      [conversation],
    )
    return rows.map(entryOf)
  },
})

async function milestonesOf(pool: Pool, conversations: { id: string; last_public: number }[]) {
  const { rows } = await pool.query<EntryRow & { id: string }>({
    name: 'milestones-of-many',
    text: `select entries.conversation_id as id, ${columns} from entries
      join unnest($1::uuid[], $2::int[]) as asked (id, last) on entries.conversation_id = asked.id and seq <= last
      where lane = 'public' and kind <> 'said' order by seq`,
    values: [conversations.map(({ id }) => id), conversations.map((one) => one.last_public)],
  })
  const found = new Map<string, PublicEntry[]>()
  for (const { id, ...row } of rows) {
    const entry = entryOf(row)
    if (isPublic(entry)) found.set(id, [...(found.get(id) ?? []), entry])
  }
  return found
}
