import type { Pool } from 'pg'
import type { Entry, Lane } from '../../shared/entry.ts'
import { type Sealed, timelineDigest } from './digest.ts'
import type { Statements } from './volley.ts'

/** A row of `entries`, as pg reads it. */
export interface EntryRow {
  lane: Lane
  seq: number
  after: number | null
  at: Date
  by: string
  kind: Entry['kind']
  data: object | null
  act: string | null
  body: object | null
}

/** The entry that a row holds. An erased body stays away as null. */
export function entryOf({ lane, seq, after, at, by, kind, data, act, body }: EntryRow): Entry {
  const entry = { ...data, kind, lane, seq, at: at.toISOString(), by, body }
  return Object.assign(entry, act && { act }, after !== null && { after }) as unknown as Entry
}

/** The columns of an `EntryRow`. */
export const columns = 'lane, seq, after, at, by, kind, data, act, body'

/** The newest public entries before a number, oldest first; agents also get the internal ones that lie among them. */
export async function readPage(
  db: Statements,
  conversation: string,
  { before, limit, internal }: { before: number; limit: number; internal: boolean },
) {
  const { rows } = await db.query<EntryRow>({
    name: 'read-page',
    text: `select ${columns} from entries
      where conversation_id = $1 and lane = 'public' and seq < $2 order by seq desc limit $3`,
    values: [conversation, before, limit + 1],
  })
  const page = pageOf(rows, limit)
  const among = internal ? await readAmong(db, conversation, page.more ? (page.entries[0]?.seq ?? 0) : 0, before) : []
  return { ...page, entries: [...page.entries, ...among.map(entryOf)] }
}

/** Rows from the newest on, one more than the page holds where there are more, as a page. */
export const pageOf = (rows: EntryRow[], limit: number) => ({
  entries: rows.slice(0, limit).reverse().map(entryOf),
  more: rows.length > limit,
})

async function readAmong(db: Statements, conversation: string, from: number, before: number) {
  const { rows } = await db.query<EntryRow>({
    name: 'read-among',
    text: `select ${columns} from entries
      where conversation_id = $1 and lane = 'internal' and after >= $2 and after < $3 order by seq`,
    values: [conversation, from, before],
  })
  return rows
}

/** What came after these numbers, each lane in order, at most `limit` in all. */
export async function readSince(
  db: Pool,
  conversation: string,
  { since, limit, internal }: { since: Record<Lane, number>; limit: number; internal: boolean },
) {
  const { rows } = await db.query<EntryRow>({
    name: 'read-since',
    text: `select ${columns} from entries
      where conversation_id = $1 and ((lane = 'public' and seq > $2) or ($4 and lane = 'internal' and seq > $3))
      order by at, lane desc, seq limit $5`,
    values: [conversation, since.public, since.internal, internal, limit + 1],
  })
  return { entries: rows.slice(0, limit).map(entryOf), more: rows.length > limit }
}

/** The digests of whole timelines, by their conversations. */
export async function digestsOf(db: Statements, conversations: string[]): Promise<[conversation: string, digest: string][]> {
  const { rows } = await db.query<Omit<Sealed, 'at'> & { at: Date; conversation: string }>({
    name: 'read-sealed',
    text: `select conversation, sealed.* from unnest($1::uuid[]) as asked (conversation) cross join lateral (
        select lane, seq, after, at, by, kind, data, digest from entries
        where conversation_id = conversation order by lane <> 'public', seq) as sealed`,
    values: [conversations],
  })
  const timelines = new Map<string, Sealed[]>(conversations.map((id) => [id, []]))
  for (const { conversation, at, ...rest } of rows) timelines.get(conversation)?.push({ ...rest, at: at.toISOString() })
  return [...timelines].map(([id, timeline]) => [id, timelineDigest(timeline)])
}
