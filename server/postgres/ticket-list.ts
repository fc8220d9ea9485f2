import type { Pool } from 'pg'
import type { TicketPage } from '../../shared/protocol/ticket-list.ts'
import type { Heard } from '../../shared/protocol.ts'
import type { TicketReach } from '../desk/tickets/tickets.ts'
import { conditionsOf, parameters, where } from './ticket-conditions.ts'
import { type Hit, hitColumns, keyOf, orderBy, positionIn } from './ticket-order.ts'
import { shownRows } from './ticket-rows.ts'
import { searchTickets } from './ticket-search.ts'
import { type Sought, soughtIn } from './ticket-words.ts'

type Wanted = Heard<'ticket:list'>

/** Those of a page, one more than wanted where there are more, and how many there are in all on the first page. */
interface Found {
  hits: Hit[]
  total: TicketPage['total']
}

/** A page of tickets, by key and not by count: what is added meanwhile shifts nothing. */
export async function listTickets(pool: Pool, reach: TicketReach, wanted: Wanted): Promise<TicketPage> {
  const sought = soughtIn(wanted.words)
  const named = wanted.after === null ? await findNumber(pool, reach, sought) : []
  const { hits, total } = await find(pool, reach, wanted, sought)
  const page = hits.slice(0, wanted.limit)
  const last = page.at(-1)
  return {
    rows: await shownRows(pool, [...named, ...page.map(({ id }) => id)], sought.words),
    next: last && hits.length > wanted.limit ? keyOf(last.place, wanted) : null,
    total: total && { ...total, count: total.count + named.length },
  }
}

async function find(pool: Pool, reach: TicketReach, wanted: Wanted, sought: Sought): Promise<Found> {
  if (wanted.words === '') return browse(pool, reach, wanted)
  if (sought.onlyNumber || sought.query === '') return { hits: [], total: { count: 0, more: false } }
  const { hits, total } = await searchTickets(pool, { reach, wanted, sought })
  if (wanted.after !== null) return { hits, total: null }
  return { hits, total: total === null ? { count: wanted.limit, more: true } : totalOf(total) }
}

async function findNumber(pool: Pool, reach: TicketReach, { number }: Sought): Promise<string[]> {
  if (number === null) return []
  const { values, put } = parameters()
  const conditions = [`number = ${put(number)}`, ...conditionsOf(reach, {}, put)]
  const { rows } = await pool.query<{ id: string }>(`select conversation_id as id from tickets ${where(conditions)}`, values)
  return rows.map(({ id }) => id)
}

async function browse(pool: Pool, reach: TicketReach, wanted: Wanted): Promise<Found> {
  const { values, put } = parameters()
  const conditions = conditionsOf(reach, wanted.filters, put)
  const total = wanted.after === null ? await count(pool, conditions, values) : null
  const { rows } = await pool.query<Hit>(
    `select ${hitColumns(wanted)}, null as total from tickets ${where([...conditions, ...positionIn(wanted, put)])}
     ${orderBy(wanted)} limit ${wanted.limit + 1}`,
    values,
  )
  return { hits: rows, total }
}

/** Counting stops here: nobody reads a larger number. */
const countedUpTo = 500

const totalOf = (counted: number) => ({ count: Math.min(counted, countedUpTo), more: counted > countedUpTo })

async function count(pool: Pool, conditions: string[], values: unknown[]) {
  const { rows } = await pool.query<{ counted: number }>(
    `select count(*)::int as counted from (select from tickets ${where(conditions)} limit ${countedUpTo + 1}) as counted_rows`,
    values,
  )
  return totalOf(rows[0]?.counted ?? 0)
}
