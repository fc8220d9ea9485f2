import pg from 'pg'

/** Words by how often they stand in a ticket: in most of them, in one of fifty, and in ten in all. */
export const sought = { common: 'screen', alsoCommon: 'printer', frequent: 'docking', rare: 'zeppelin' }

const atOnce = 20_000

/** Fills a desk with so many closed tickets, one message and its text index each, as if years had passed. */
export async function fillArchive(url: string, count: number): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(`insert into requesters (id, name, email)
      select gen_random_uuid(), 'Rita ' || place, 'rita' || place || '@example.com' from generate_series(1, 1000) as place`)
    await client.query(`create temporary table askers as
      select row_number() over () - 1 as place, id, (select id from teams order by tier, created_at, name limit 1) as team from requesters`)
    for (let from = 1; from <= count; from += atOnce) await fillSome(client, from, Math.min(count, from + atOnce - 1), count)
    await client.query("select setval('ticket_numbers', $1)", [count])
    // What autovacuum does overnight.
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** Nobody folds these conversations again, so their state may stay empty. */
async function fillSome(client: pg.Client, from: number, to: number, count: number) {
  await client.query('begin')
  await client.query(
    `create temporary table made on commit drop as
     select gen_random_uuid() as id, number, askers.id as requester, team, now() - make_interval(mins => ($3::int - number) * 3) as at,
       concat_ws(' ', case when number % 2 = 0 then '${sought.common}' end, case when number % 3 < 2 then '${sought.alsoCommon}' end,
         case when number % 50 = 0 then '${sought.frequent}' end, case when number % greatest($3::int / 10, 2) = 6 then '${sought.rare}' end,
         (select string_agg('w' || (pow(random(), 3) * 20000)::int, ' ') from generate_series(1, 60) where number > 0)) as text
     from generate_series($1::int, $2::int) as number join askers on place = number % 1000`,
    [from, to, count],
  )
  await client.query(`insert into conversations (id, number, state, status, requester_id, team_id, last_public, last_internal, opened_at, changed_at)
    select id, number, '{}', 'ended', requester, team, 1, 0, at, at from made`)
  await client.query(`insert into entries (conversation_id, lane, seq, at, by, kind, ordinal, body, digest)
    select id, 'public', 1, at, requester, 'said', 0, jsonb_build_object('text', text), '' from made`)
  await client.query(`insert into tickets (conversation_id, number, status, subject, impact, urgency, priority, channel, team_id, requester_id,
      opened_at, changed_at, logged_at, search, indexed_at, indexed_entries)
    select id, number, 'closed', left(text, 80), 'low', 'medium', 4, 'chat', team, requester, at, at, at, to_tsvector('simple', text), at, 1 from made`)
  await client.query('commit')
}
