import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { keyOf } from '../../../server/postgres/ticket-order.ts'
import { type Depths, searchTickets } from '../../../server/postgres/ticket-search.ts'
import { soughtIn } from '../../../server/postgres/ticket-words.ts'
import type { Helping } from '../../../shared/people.ts'
import { type Asked, questions } from '../../../shared/protocol.ts'
import { aKernel, type Kernel } from '../../support/kernel.ts'

let desk: Kernel
let ada: Helping
const mine = '00000000-0000-4000-8000-00000000000a'
const theirs = '00000000-0000-4000-8000-00000000000b'
const count = 900

/** Every second ticket holds "screen", every thirtieth "docking", every two hundredth "zeppelin"; of three, one is another team's. */
beforeAll(async () => {
  desk = await aKernel()
  ada = await desk.agent('Ada')
  const rita = await desk.requester('Rita')
  await desk.pool.query("insert into teams (id, name) values ($1, 'Mine'), ($2, 'Theirs')", [mine, theirs])
  await desk.pool.query(
    `with made as (
       select gen_random_uuid() as id, 100000 + n as number, n, timestamptz '2026-01-01' + n * interval '1 minute' as at,
         case when n % 3 = 0 then $3::uuid else $2::uuid end as team,
         concat_ws(' ', 'ticket', case when n % 2 = 0 then 'screens' end, case when n % 30 = 1 then 'docking' end,
           case when n % 200 = 6 then 'zeppelin' end) as text
       from generate_series(1, $4::int) as n),
     talk as (
       insert into conversations (id, number, state, status, requester_id, team_id, last_public, last_internal, opened_at, changed_at)
       select id, number, '{}', 'ended', $1, team, 1, 0, at, at from made)
     insert into tickets (conversation_id, number, status, subject, impact, urgency, priority, channel, team_id, requester_id, work_owner,
       communication_owner, opened_at, changed_at, search, indexed_at, indexed_entries)
     select id, number, 'closed', text, 'low', 'low', 1 + n % 4, 'chat', team, $1, case when n % 9 = 0 then $5::uuid end,
       case when n % 18 = 0 then $5::uuid end, at, at + interval '1 day', to_tsvector('simple', text), at, 1 from made`,
    [rita.id, mine, theirs, count, ada.id],
  )
})
afterAll(() => desk.close())

const usual = { glance: 10, most: 150, latest: 25_000 }
/** Each way of looking is made the one that finds: the glance, the window, and the index alone. */
const ways: Record<string, Depths> = {
  'by a glance': usual,
  'among the latest': { glance: 1, most: 1, latest: 600 },
  'among all': { glance: 1, most: 1, latest: 100_000 },
}

async function numbers(depths: Depths, teams: string[] | 'all', asked: Asked<'ticket:list'>) {
  const found: number[] = []
  const reach = { agent: ada.id, teams }
  for (let after: string | null = null; ; ) {
    const wanted = questions['ticket:list'].parse({ limit: 20, ...asked, after })
    const { hits } = await searchTickets(desk.pool, { reach, wanted, sought: soughtIn(wanted.words), depths })
    const page = hits.slice(0, wanted.limit)
    const { rows } = await desk.pool.query<{ n: number }>(
      'select (number - 100000)::int as n from unnest($1::uuid[]) with ordinality as found (id, turn) join tickets on conversation_id = id order by turn',
      [page.map(({ id }) => id)],
    )
    found.push(...rows.map(({ n }) => n))
    const last = page.at(-1)
    if (!last || hits.length <= wanted.limit) return found
    after = keyOf(last.place, wanted)
  }
}

const all = Array.from({ length: count }, (_, place) => count - place)
const isMine = (n: number) => n % 3 > 0 || n % 9 === 0

test.each(Object.entries(ways))(
  '%s the same tickets are found, each once, in order, page by page, and none that one may not see',
  async (_, depths) => {
    for (const [words, fits] of [
      ['scre', (n: number) => n % 2 === 0],
      ['docking', (n: number) => n % 30 === 1],
      ['zeppelin', (n: number) => n % 200 === 6],
      ['docking ticket', (n: number) => n % 30 === 1],
      ['zeppelin screens', (n: number) => n % 200 === 6],
      ['typewriter', () => false],
    ] as const) {
      for (const sort of ['changed', 'opened'] as const) {
        expect([words, await numbers(depths, 'all', { words, sort })]).toEqual([words, all.filter(fits)])
        expect([words, await numbers(depths, [mine], { words, sort })]).toEqual([words, all.filter(fits).filter(isMine)])
      }
      const reversed = await numbers(depths, [mine], { words, reversed: true })
      expect([words, reversed]).toEqual([words, all.filter(fits).filter(isMine).reverse()])
    }
  },
)

test.each(Object.entries(ways))('%s filters and other orders hold', async (_, depths) => {
  const pressing = (one: number, other: number) => (one % 4) - (other % 4) || other - one
  const screens = all.filter((n) => n % 2 === 0)
  expect(await numbers(depths, [mine], { words: 'screens', sort: 'priority' })).toEqual(screens.filter(isMine).sort(pressing))
  expect(await numbers(depths, 'all', { words: 'screens', filters: { team: theirs } })).toEqual(screens.filter((n) => n % 3 === 0))
  expect(await numbers(depths, [theirs], { words: 'screens', filters: { owner: 'me' } })).toEqual(screens.filter((n) => n % 9 === 0))
  expect(await numbers(depths, 'all', { words: 'docking', sort: 'number', reversed: true })).toEqual(
    all.filter((n) => n % 30 === 1).reverse(),
  )
})

test('whoever asks for pages of every length leaves no plan for each of them behind', async () => {
  const pool = new pg.Pool({ connectionString: desk.pool.options.connectionString, max: 1 })
  const lengths = Array.from({ length: 100 }, (_, place) => place + 1)
  await Promise.all(
    lengths.map((limit) => {
      const wanted = questions['ticket:list'].parse({ words: 'screens', limit, after: null })
      return searchTickets(pool, { reach: { agent: ada.id, teams: 'all' }, wanted, sought: soughtIn(wanted.words) })
    }),
  )
  const { rows } = await pool.query<{ plans: number }>(
    "select count(*)::int as plans from pg_prepared_statements where name like 'glance%'",
  )
  await pool.end()
  expect(rows[0]?.plans).toBeLessThan(60)
})
