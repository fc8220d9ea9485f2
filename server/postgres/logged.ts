import type { Pool } from 'pg'
import type { Lane } from '../../shared/entry.ts'
import { type Sealed, saltedDigest, timelineDigest } from './digest.ts'

/** A record that was logged, and the hash that was written down with it. */
export interface Logged {
  conversation: string
  seq: number
  ticket: number
  upTo: Record<Lane, number>
  sha256: string
}

const pageSize = 200

/** All records that were ever logged, read a page at a time by key. */
export async function* loggedRecords(pool: Pool): AsyncGenerator<Logged> {
  let after = { conversation: '00000000-0000-0000-0000-000000000000', seq: 0 }
  for (;;) {
    const { rows } = await pool.query<Logged>(
      `select entries.conversation_id as conversation, seq, conversations.number::int as ticket, data -> 'upTo' as "upTo",
         data ->> 'sha256' as sha256
       from entries join conversations on conversations.id = entries.conversation_id
       where lane = 'internal' and kind = 'logged' and (entries.conversation_id, seq) > ($1::uuid, $2::int)
       order by entries.conversation_id, seq limit $3`,
      [after.conversation, after.seq, pageSize],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last
  }
}

interface Row extends Omit<Sealed, 'at'> {
  at: Date
  body: object | null
  salt: Buffer | null
}

/** Whether everything up to there is still what was logged. What was erased since took its salt along; its digest still counts. */
export async function isIntact(pool: Pool, { conversation, upTo, sha256 }: Logged): Promise<boolean> {
  const { rows } = await pool.query<Row>(
    `select lane, seq, after, at, by, kind, data, digest, body, salt from entries
     where conversation_id = $1 and seq <= case lane when 'public' then $2::int else $3::int end
     order by lane desc, seq`,
    [conversation, upTo.public, upTo.internal],
  )
  return rows.every(isItsDigest) && timelineDigest(rows.map((row) => ({ ...row, at: row.at.toISOString() }))) === sha256
}

const isItsDigest = ({ salt, body, digest }: Row) => (salt ? saltedDigest(salt, body).equals(digest) : body === null)
