import type { Pool } from 'pg'
import type { Order } from './ticket-order.ts'

/** How quickly tickets come in changes slowly. */
const freshMs = 600_000

type Moment = 'changed' | 'opened'

interface Measured {
  at: number
  /** In milliseconds; null where there are not so many tickets. */
  span: Promise<number | null>
}

const measured = new WeakMap<Pool, Map<string, Measured>>()

/**
 * From when on so many tickets changed or were opened, about; or so many before a moment. Null where the list is in another
 * order, or where these would be all.
 */
export async function lately(pool: Pool, { sort, reversed }: Order, before: Date | null, latest: number): Promise<Date | null> {
  if (reversed || (sort !== 'changed' && sort !== 'opened')) return null
  const span = await spanOf(pool, sort, latest)
  return span === null ? null : new Date((before ?? new Date()).getTime() - span)
}

function spanOf(pool: Pool, moment: Moment, latest: number): Promise<number | null> {
  const known = measured.get(pool) ?? new Map<string, Measured>()
  measured.set(pool, known)
  const key = `${moment} ${latest}`
  const last = known.get(key)
  if (last && Date.now() - last.at < freshMs) return last.span
  const span = measure(pool, moment, latest)
  // Whoever looks while it is measured anew goes by what was so before.
  known.set(key, { at: Date.now(), span: last?.span ?? span })
  span.then(
    () => known.set(key, { at: Date.now(), span }),
    () => known.delete(key),
  )
  return last?.span ?? span
}

async function measure(pool: Pool, moment: Moment, latest: number): Promise<number | null> {
  const { rows } = await pool.query<{ span: number }>(
    `select extract(epoch from now() - ${moment}_at)::float8 * 1000 as span from tickets
     order by ${moment}_at desc, number desc offset $1 limit 1`,
    [latest],
  )
  return rows[0]?.span ?? null
}
