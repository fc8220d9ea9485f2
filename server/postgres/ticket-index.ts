import { setTimeout as pause } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { plainWords } from './ticket-words.ts'
import { inTransaction } from './transaction.ts'

interface Stale {
  id: string
  /** The version of the row: whatever changes it meanwhile makes it stale again. */
  version: string
  entries: number
}

/**
 * Writes the text index of all tickets whose words are newer than it, off the path of the chats, some at once. A chat that
 * goes on is read again only after `restSeconds`: each time, all of it is read. Returns how many it wrote.
 * Of several processes one does it, and the others leave it to that one.
 */
export async function indexTickets(pool: Pool, { restSeconds = 0 } = {}): Promise<number> {
  let written = 0
  for (;;) {
    const some = await inTransaction(pool, (client) => indexSome(client, restSeconds))
    written += some.written
    // What changed while it was read is left to the next time.
    if (some.found < atOnce || some.written === 0) break
    await pause(restMs)
  }
  // Else whoever fills the index's waiting room puts all of it in its place, and a search looks through it word by word.
  if (written > 0) await pool.query("select gin_clean_pending_list('tickets_search')")
  return written
}

/** Few enough that nobody who talks waits for their words. */
const atOnce = 20
/** Between two portions, for the same reason. */
const restMs = 10

async function indexSome(client: PoolClient, restSeconds: number): Promise<{ found: number; written: number }> {
  const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock(hashtext('ticket index')) as mine")
  if (!rows[0]?.mine) return { found: 0, written: 0 }
  const stale = await findStale(client, restSeconds)
  const texts = await readTexts(
    client,
    stale.map(({ id }) => id),
  )
  const { rowCount } = await client.query(
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
  return { found: stale.length, written: rowCount ?? 0 }
}

/** Tickets that changed, and chats that went on: talk does not touch a ticket's row. */
async function findStale(client: PoolClient, restSeconds: number): Promise<Stale[]> {
  const { rows } = await client.query<Stale>(
    `(select conversation_id as id, tickets.xmin::text as version, last_public + last_internal as entries
        from tickets join conversations on conversations.id = conversation_id
        where indexed_at is null order by tickets.changed_at limit $1)
     union
     (select conversation_id as id, tickets.xmin::text as version, last_public + last_internal as entries
        from conversations join tickets on tickets.conversation_id = conversations.id
        where conversations.status in ('active', 'held') and last_public + last_internal > indexed_entries
          and (indexed_at is null or indexed_at <= now() - make_interval(secs => $2)) limit $1)
     limit $1`,
    [atOnce, restSeconds],
  )
  return rows
}

/** No ticket's words may outgrow the megabyte that one row of the index can hold, whatever letters they are made of. */
const longest = 150_000

interface Texts {
  subject: string
  resolution: string
  said: string
}

async function readTexts(client: PoolClient, ids: string[]): Promise<Map<string, Texts>> {
  const { rows } = await client.query<Texts & { id: string }>(
    `select conversation_id as id, subject, coalesce(resolution, '') as resolution, coalesce((
       select string_agg(concat_ws(' ', body ->> 'text', (
           select string_agg(file ->> 'name', ' ') from jsonb_array_elements(body -> 'files') as file)), ' ' order by lane desc, seq)
       from entries
       where entries.conversation_id = tickets.conversation_id and kind in ('said', 'told', 'noted')), '') as said
     from tickets where conversation_id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map(({ id, ...texts }) => [id, plain(texts)]))
}

const plain = ({ subject, resolution, said }: Texts): Texts => ({
  subject: plainWords(subject),
  resolution: plainWords(resolution),
  // Cut before, to spare work, and after, since a letter may become eighteen.
  said: plainWords(said.slice(0, longest)).slice(0, longest),
})
