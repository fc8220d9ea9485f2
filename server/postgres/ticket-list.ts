import type { Pool } from 'pg'
import type { TicketPage } from '../../shared/protocol/ticket-list.ts'
import type { Heard } from '../../shared/protocol.ts'
import type { TicketReach } from '../desk/tickets.ts'
import { conditionsOf, type Put, parameters, where } from './ticket-conditions.ts'
import { isIndexed, keyOf, orderBy, placeColumn, positionIn } from './ticket-order.ts'
import { columns, type Row, readRows, shownRows } from './ticket-rows.ts'
import { type Sought, soughtIn } from './ticket-words.ts'

type Wanted = Heard<'ticket:list'>

/** Rows of a page, one more than wanted where there are more, and how many there are in all on the first page. */
interface Found {
  rows: Row[]
  total: TicketPage['total']
}

/** A page of tickets, by key and not by count: what is added meanwhile shifts nothing. */
export async function listTickets(pool: Pool, reach: TicketReach, wanted: Wanted): Promise<TicketPage> {
  const sought = soughtIn(wanted.words)
  const named = wanted.after === null ? await findNumber(pool, reach, sought) : []
  const { rows, total } = await find(pool, reach, wanted, sought)
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return {
    rows: await shownRows(pool, [...named, ...page], sought.words),
    next: last && rows.length > wanted.limit ? keyOf(last.place, wanted) : null,
    total: total && { ...total, count: total.count + named.length },
  }
}

async function find(pool: Pool, reach: TicketReach, wanted: Wanted, sought: Sought): Promise<Found> {
  if (wanted.words === '') return browse(pool, reach, wanted)
  const nothing = sought.onlyNumber || sought.query === ''
  return nothing ? { rows: [], total: { count: 0, more: false } } : search(pool, reach, wanted, sought)
}

async function findNumber(pool: Pool, reach: TicketReach, { number }: Sought): Promise<Row[]> {
  if (number === null) return []
  const { values, put } = parameters()
  const conditions = [`number = ${put(number)}`, ...conditionsOf(reach, {}, put)]
  return readRows(pool, `select ${columns}, array[]::text[] as place, null::int as total from tickets ${where(conditions)}`, values)
}

async function browse(pool: Pool, reach: TicketReach, wanted: Wanted): Promise<Found> {
  const { values, put } = parameters()
  const conditions = conditionsOf(reach, wanted.filters, put)
  const total = wanted.after === null ? await count(pool, conditions, values) : null
  const all = where([...conditions, ...positionIn(wanted, put)])
  const inner = `select ${columns}, ${placeColumn(wanted)}, null::int as total from tickets ${all} ${orderBy(wanted)} limit ${put(wanted.limit + 1)}`
  return { rows: await readRows(pool, inner, values), total }
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

/** So many of the first in the list are simply read before the index is asked, and so many at most. */
const glance = { first: 500, most: 6000 }

/**
 * Words that many tickets hold are found among the first few hundred in the list, or some thousand if the first glance
 * promises it; asking the index for them would bring most of the table. Rarer words come from the index, which is quick
 * exactly then.
 */
async function search(pool: Pool, reach: TicketReach, wanted: Wanted, sought: Sought): Promise<Found> {
  const isFirst = wanted.after === null
  const near = isIndexed(wanted) ? await searchNear(pool, reach, wanted, sought) : null
  if (near) return { rows: near, total: isFirst ? { count: wanted.limit, more: true } : null }
  const all = await searchAll(pool, reach, wanted, sought)
  return { rows: all, total: isFirst ? totalOf(all[0]?.total ?? 0) : null }
}

/** A full page from the beginning of the list, or null where that would take too long. */
async function searchNear(pool: Pool, reach: TicketReach, wanted: Wanted, sought: Sought): Promise<Row[] | null> {
  const few = await searchFirst(pool, reach, wanted, sought, glance.first)
  if (few.length > wanted.limit) return few
  const promised = (glance.first * (wanted.limit + 1)) / few.length
  if (promised > glance.most) return null
  const more = await searchFirst(pool, reach, wanted, sought, Math.ceil(promised * 1.5))
  return more.length > wanted.limit ? more : null
}

function searchFirst(pool: Pool, reach: TicketReach, wanted: Wanted, sought: Sought, depth: number): Promise<Row[]> {
  const { values, put } = parameters()
  const first = `select ${columns}, search from tickets ${where(positionIn(wanted, put))} ${orderBy(wanted)} limit ${put(depth)}`
  const conditions = where([matches(sought, put), ...conditionsOf(reach, wanted.filters, put)])
  const inner = `select ${columns}, ${placeColumn(wanted)}, null::int as total from (${first}) as tickets ${conditions}
    ${orderBy(wanted)} limit ${put(wanted.limit + 1)}`
  return readRows(pool, inner, values)
}

function searchAll(pool: Pool, reach: TicketReach, wanted: Wanted, sought: Sought): Promise<Row[]> {
  const { values, put } = parameters()
  const conditions = where([matches(sought, put), ...conditionsOf(reach, wanted.filters, put), ...positionIn(wanted, put)])
  const inner = `with hits as materialized (select ${columns} from tickets ${conditions})
    select ${columns}, ${placeColumn(wanted)}, (select count(*)::int from hits) as total from hits ${orderBy(wanted)} limit ${put(wanted.limit + 1)}`
  return readRows(pool, inner, values)
}

/** A ticket that was found by its number is not found a second time. */
const matches = ({ query, number }: Sought, put: Put) =>
  `search @@ to_tsquery('simple', ${put(query)})${number === null ? '' : ` and number <> ${put(number)}`}`
