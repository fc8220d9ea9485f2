import type { Pool } from 'pg'
import { plainWords } from './ticket-words.ts'

interface Stale {
  id: string
  /** The version of the row: whatever changes it meanwhile makes it stale again. */
  version: string
  entries: number
}

/**
 * Writes the text index of tickets whose words are newer than it, off the path of the chats, and returns how many it
 * wrote. Several processes may do it at once: the second finds nothing new to write.
 */
export async function indexTickets(pool: Pool, limit = 50): Promise<number> {
  const stale = await findStale(pool, limit)
  if (stale.length === 0) return 0
  const texts = await readTexts(
    pool,
    stale.map(({ id }) => id),
  )
  const { rowCount } = await pool.query(
    `update tickets set indexed_at = now(), indexed_entries = read.entries,
       search = setweight(to_tsvector('simple', read.subject), 'A') || setweight(to_tsvector('simple', read.resolution), 'B')
         || to_tsvector('simple', read.said)
     from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[]) as read (id, version, entries, subject, resolution, said)
     where conversation_id = read.id and tickets.xmin::text = read.version`,
    [
      stale.map(({ id }) => id),
      stale.map(({ version }) => version),
      stale.map(({ entries }) => entries),
      ...(['subject', 'resolution', 'said'] as const).map((part) => stale.map(({ id }) => texts.get(id)?.[part] ?? '')),
    ],
  )
  return rowCount ?? 0
}

/** Tickets that changed, and chats that went on: talk does not touch a ticket's row. */
async function findStale(pool: Pool, limit: number): Promise<Stale[]> {
  const { rows } = await pool.query<Stale>(
    `(select conversation_id as id, tickets.xmin::text as version, last_public + last_internal as entries
        from tickets join conversations on conversations.id = conversation_id
        where indexed_at is null order by tickets.changed_at limit $1)
     union
     (select conversation_id as id, tickets.xmin::text as version, last_public + last_internal as entries
        from conversations join tickets on tickets.conversation_id = conversations.id
        where conversations.status in ('active', 'held') and last_public + last_internal > indexed_entries limit $1)
     limit $1`,
    [limit],
  )
  return rows
}

/** No ticket's words may outgrow what one row of the index can hold. */
const longest = 200_000

interface Texts {
  subject: string
  resolution: string
  said: string
}

async function readTexts(pool: Pool, ids: string[]): Promise<Map<string, Texts>> {
  const { rows } = await pool.query<Texts & { id: string }>(
    `select conversation_id as id, subject, coalesce(resolution, '') as resolution, coalesce((
       select string_agg(body ->> 'text', ' ' order by lane desc, seq) from entries
       where entries.conversation_id = tickets.conversation_id and kind in ('said', 'noted')), '') as said
     from tickets where conversation_id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map(({ id, ...texts }) => [id, plain(texts)]))
}

const plain = ({ subject, resolution, said }: Texts): Texts => ({
  subject: plainWords(subject),
  resolution: plainWords(resolution),
  said: plainWords(said.slice(0, longest)),
})
