import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Heard } from '../../shared/protocol.ts'
import type { TicketReach } from '../desk/tickets/tickets.ts'
import { conditionsOf, mine, type Put, parameters, where } from './ticket-conditions.ts'
import { distinctOn, type Hit, hitColumns, isIndexed, momentIn, orderBy, positionIn, sortedBy } from './ticket-order.ts'
import { lately } from './ticket-window.ts'
import type { Sought } from './ticket-words.ts'

type Wanted = Heard<'ticket:list'>

/** What somebody looks for, and within what. */
export interface Search {
  reach: TicketReach
  wanted: Wanted
  sought: Sought
  depths?: Depths
}

/** How far is looked before the next way is tried. */
export interface Depths {
  /** So many pages are simply read from the beginning of the list, and so many where the first glance promises something. */
  glance: number
  most: number
  /** Among so many of the latest is looked by the index for words that are neither frequent nor rare. */
  latest: number
}

const usual: Depths = { glance: 10, most: 150, latest: 25_000 }

/** Those of a page, one more than wanted where there are more, and how many there are in all; null where that is not known. */
export interface Found {
  hits: Hit[]
  total: number | null
}

/**
 * Words that many tickets hold are found among the first in the list; asking the index for them would bring most of the table.
 * Rarer ones are looked for by the index among the latest tickets, so that not all that ever held them are fetched to be sorted,
 * and those that even there are too few, which the index finds at once, among all.
 */
export async function searchTickets(pool: Pool, search: Search): Promise<Found> {
  const first = isIndexed(search.wanted) ? await searchFirst(pool, search) : null
  if (first) return { hits: first, total: null }
  const terms = await termsOf(pool, search)
  const late = await searchLately(pool, search, terms)
  if (late) return { hits: late, total: null }
  const hits = await searchAll(pool, search, terms)
  return { hits, total: hits[0]?.total ?? 0 }
}

/** A full page from the beginning of the list, or null where that would take too long. */
async function searchFirst(pool: Pool, search: Search): Promise<Hit[] | null> {
  const { glance, most } = search.depths ?? usual
  const page = search.wanted.limit + 1
  const few = await glanceAt(pool, search, glance * page, nameOf)
  if (few.length === page) return few
  const promised = (1.5 * glance * page ** 2) / few.length
  if (promised > most * page) return null
  const more = await glanceAt(pool, search, Math.ceil(promised))
  return more.length === page ? more : null
}

async function glanceAt(
  pool: Pool,
  { reach, wanted, sought }: Search,
  depth: number,
  name?: (text: string) => string | null,
): Promise<Hit[]> {
  const { values, put } = parameters()
  const after = positionIn(wanted, put)
  const streams = streamsOf(reach, put).map(
    (stream) => `(select ${sortedBy}, search from tickets ${where([...stream, ...after])} ${orderBy(wanted)} limit ${depth})`,
  )
  const conditions = [
    `search @@ ${queryOf(sought.query, put)}`,
    ...butNumber(sought, put),
    ...conditionsOf(everybody(reach), wanted.filters, put),
  ]
  // Each stream brings as many as are looked at in all: beyond that, one that is at its end would let others run ahead.
  const text = `select ${distinctOn(wanted)} ${hitColumns(wanted)}, null as total
    from (select * from (${streams.join(' union all ')}) as tickets ${orderBy(wanted)} limit ${depth}) as tickets
    ${where(conditions)} ${orderBy(wanted)} limit ${wanted.limit + 1}`
  const isNarrowed = Object.values(wanted.filters).some((value) => value !== undefined)
  const planned = isNarrowed ? null : name?.(text)
  const { rows } = await pool.query<Hit>({ ...(planned && { name: planned }), text, values })
  return rows
}

/** First glances at lists that nobody narrowed are few, and planned once. Every connection keeps its plans for good: so many, and no more. */
const mostPlanned = 50
const plans = new Set<string>()

function nameOf(text: string): string | null {
  const name = `glance-${createHash('sha1').update(text).digest('hex')}`
  if (plans.size < mostPlanned) plans.add(name)
  return plans.has(name) ? name : null
}

/** Beyond so many teams the list is read as a whole. */
const mostStreams = 8

/** The lists of which a reader's list is made; an index knows the beginning of each, where it knows that of the whole only for those who see all. */
function streamsOf({ agent, teams }: TicketReach, put: Put): string[][] {
  if (teams === 'all') return [[]]
  if (teams.length > mostStreams) return [conditionsOf({ agent, teams }, {}, put)]
  return [
    ...teams.flatMap((team) => [[`team_id = ${put(team)}`], [`work_team_id = ${put(team)}`]]),
    ...mine(put(agent)).map((condition) => [condition]),
  ]
}

const everybody = ({ agent }: TicketReach): TicketReach => ({ agent, teams: 'all' })

/** What the index is asked for, and what is looked up in the tickets that it names. */
interface Terms {
  asked: string
  looked: string | null
}

/**
 * The beginning of a word that many tickets hold brings most of the index before it is compared with anything else. Beside
 * other words it is looked up in what these have found.
 */
async function termsOf(pool: Pool, { wanted, sought, depths: { glance } = usual }: Search): Promise<Terms> {
  const { query, rest, last } = sought
  if (!rest || !last) return { asked: query, looked: null }
  const { rows } = await pool.query<{ held: number }>(
    `select count(*)::int as held from (select search from tickets order by changed_at desc, number desc limit $2) as newest
     where search @@ to_tsquery('simple', $1)`,
    [last, glance * (wanted.limit + 1)],
  )
  return (rows[0]?.held ?? 0) > wanted.limit / 5 ? { asked: rest, looked: last } : { asked: query, looked: null }
}

/** A full page from the latest tickets, or null where there are too few. */
async function searchLately(pool: Pool, { reach, wanted, sought, depths = usual }: Search, terms: Terms): Promise<Hit[] | null> {
  const since = await lately(pool, wanted, momentIn(wanted), depths.latest)
  if (!since) return null
  const { values, put } = parameters()
  const conditions = [`${wanted.sort}_at >= ${put(since)}`, ...matches(terms, sought, put), ...positionIn(wanted, put)]
  // Fetched before they are put in order: else they would be read in order until there are enough, which may never be.
  const { rows } = await pool.query<Hit>(
    `with hits as materialized (${within(reach, wanted, conditions, put)})
     select ${hitColumns(wanted)}, null as total from hits ${orderBy(wanted)} limit ${wanted.limit + 1}`,
    values,
  )
  return rows.length > wanted.limit ? rows : null
}

async function searchAll(pool: Pool, { reach, wanted, sought }: Search, terms: Terms): Promise<Hit[]> {
  const { values, put } = parameters()
  const conditions = [...matches(terms, sought, put), ...positionIn(wanted, put)]
  const { rows } = await pool.query<Hit>(
    `with hits as materialized (${within(reach, wanted, conditions, put)})
     select ${hitColumns(wanted)}, (select count(*)::int from hits) as total from hits ${orderBy(wanted)} limit ${wanted.limit + 1}`,
    values,
  )
  return rows
}

/** The tickets of these conditions that a reader sees, each once: where his teams have few, they are read and not all that hold the words. */
function within(reach: TicketReach, { filters }: Wanted, conditions: string[], put: Put): string {
  const all = [...conditions, ...conditionsOf(everybody(reach), filters, put)]
  return streamsOf(reach, put)
    .map((stream) => `select ${sortedBy} from tickets ${where([...stream, ...all])}`)
    .join(' union ')
}

const queryOf = (query: string, put: Put) => `to_tsquery('simple', ${put(query)})`

// Put together with nothing, the words are the same, and no index knows them.
const matches = ({ asked, looked }: Terms, sought: Sought, put: Put) => [
  `search @@ ${queryOf(asked, put)}`,
  ...(looked ? [`(search || ''::tsvector) @@ ${queryOf(looked, put)}`] : []),
  ...butNumber(sought, put),
]

/** A ticket that was found by its number is not found a second time. */
const butNumber = ({ number }: Sought, put: Put) => (number === null ? [] : [`number <> ${put(number)}`])
