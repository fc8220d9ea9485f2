import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { type Readers, readerName } from '../desk/knowledge/readers.ts'

/** Readers of public pages, known for a day: all processes share its salt, and the one before it is gone. */
export function readersIn(pool: Pool): Readers {
  let known: { day: string; salt: Buffer } | null = null
  return {
    async nameOf(reader, at) {
      const day = at.toISOString().slice(0, 10)
      if (known?.day !== day) known = { day, salt: await saltOf(pool, day) }
      return readerName(reader, known.salt)
    },
  }
}

async function saltOf(pool: Pool, day: string): Promise<Buffer> {
  await pool.query('insert into reader_salts (day, salt) values ($1, $2) on conflict do nothing', [day, randomBytes(32)])
  await pool.query('delete from reader_salts where day < $1', [day])
  const { rows } = await pool.query<{ salt: Buffer }>('select salt from reader_salts where day = $1', [day])
  // Only where another process's clock is a day ahead.
  return rows[0]?.salt ?? randomBytes(32)
}
