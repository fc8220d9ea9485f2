import type { Pool } from 'pg'
import { type FileRows, type KeptFile, leastBytes } from '../desk/files.ts'

/** A row of `files`, as pg reads it: what cannot be counted on in JavaScript's numbers comes as text. */
export type FileRow = Omit<KeptFile, 'size' | 'width' | 'height'> & { size: string; width: number | null; height: number | null }

/** The columns of a `FileRow`. */
export const columns =
  'files.id, stored, files.conversation_id as conversation, person_id as person, files.lane, name, type, size, width, height, files.seq, sha256'

export const fileOf = ({ size, width, height, ...row }: FileRow): KeptFile => ({
  ...row,
  size: Number(size),
  ...(width && height && { width, height }),
})

/** What is known of files. */
export const fileRowsIn = (pool: Pool): FileRows => ({
  async find(id) {
    const { rows } = await pool.query<FileRow>({ name: 'find-file', text: found, values: [id] })
    return rows[0] ? fileOf(rows[0]) : null
  },

  async add({ id, stored, conversation, person, lane, name, type, size, width, height, sha256 }, at) {
    const { rowCount } = await pool.query(
      `insert into files (id, stored, conversation_id, person_id, lane, name, type, size, width, height, sha256, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing`,
      [id, stored, conversation, person, lane, name, type, size, width ?? null, height ?? null, sha256, at],
    )
    return rowCount === 1
  },

  async sentBy(person, since) {
    const { rows } = await pool.query<{ bytes: string }>(
      'select coalesce(sum(greatest(size, $3)), 0) as bytes from files where person_id = $1 and created_at > $2',
      [person, since, leastBytes],
    )
    return Number(rows[0]?.bytes ?? 0)
  },

  async drop(id, person) {
    const { rows } = await pool.query<{ stored: string }>(
      'delete from files where id = $1 and person_id = $2 and seq is null returning stored',
      [id, person],
    )
    return rows[0]?.stored ?? null
  },
})

/** Whoever erases the words of an entry erases its files: from then on they are not found. */
const found = `select ${columns} from files where id = $1 and (files.seq is null or exists (
  select 1 from entries where entries.conversation_id = files.conversation_id and entries.lane = files.lane
    and entries.seq = files.seq and body is not null))`

/** Forgets files that were never sent in a message, and those whose words were erased; returns their names in the folder. */
export async function forgetFiles(pool: Pool, before: Date): Promise<string[]> {
  const { rows } = await pool.query<{ stored: string }>(
    `with unsaid as (
       select id from files where seq is null and created_at < $1 limit 500 for update skip locked
     ),
     erased as (
       select files.id from entries join files
         on files.conversation_id = entries.conversation_id and files.lane = entries.lane and files.seq = entries.seq
       where body is null and kind in ('said', 'noted') limit 500
     )
     delete from files where id in (select id from unsaid union all select id from erased)
     returning stored`,
    [before],
  )
  return rows.map(({ stored }) => stored)
}

/** Which of these names in the folder belong to a file. */
export async function knownAmong(pool: Pool, stored: string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ stored: string }>('select stored from files where stored = any($1::uuid[])', [stored])
  return new Set(rows.map((row) => row.stored))
}
