import type { Pool } from 'pg'
import { codeOf } from '../desk/line/out-of-reach.ts'
import { inTransaction } from './transaction.ts'

export type Room = ReturnType<typeof createRoom>

/** Whether the database has room for more. Believed until something could not be kept for want of it; then tried whenever somebody asks. */
export function createRoom(pool: Pool) {
  let isFull = false
  let trying: Promise<boolean> | null = null

  return {
    /** Told why something could not be kept. */
    failed(error: unknown) {
      isFull ||= codeOf(error) === diskFull
    },

    async isLeft(): Promise<boolean> {
      if (!isFull) return true
      trying ??= fits(pool).finally(() => {
        trying = null
      })
      isFull = !(await trying)
      return !isFull
    },
  }
}

const diskFull = '53100'

/** Puts down a megabyte, and takes it away again. */
const fits = (pool: Pool): Promise<boolean> =>
  inTransaction(pool, (client) =>
    client.query('create temporary table room on commit drop as select repeat(md5(n::text), 8) from generate_series(1, 4000) as n'),
  ).then(
    () => true,
    () => false,
  )
