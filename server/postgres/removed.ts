import type { Pool, PoolClient } from 'pg'
import { refuse } from '../../shared/refusal.ts'

type Noun = 'team' | 'site' | 'category' | 'guide' | 'article'

/** For so long what was removed can be brought back. A site's keys lie there no longer than that either. */
const keptForMs = 3600_000

const by = (column: string) => `${column} = any($1)`
const ofHandOver = `hand_over_id in (select id from hand_overs where ${by('to_team')})`

/** Which rows a thing is made of. Whatever stands first is needed by what follows. */
const madeOf: Record<Noun, Record<string, string>> = {
  team: {
    teams: by('id'),
    topics: by('team_id'),
    members: by('team_id'),
    replies: by('team_id'),
    ticket_views: by('team_id'),
    waits: by('team_id'),
    hand_overs: by('to_team'),
    hand_over_items: ofHandOver,
    hand_over_incidents: ofHandOver,
    hand_over_declines: ofHandOver,
  },
  site: { sites: by('id') },
  category: { categories: by('id') },
  guide: { guides: by('id'), guide_editions: by('guide_id') },
  article: {
    articles: by('id'),
    article_editions: by('article_id'),
    article_words: by('article_id'),
    article_files: by('article_id'),
    article_uses: by('article_id'),
  },
}

/** Rows that lost meanwhile what they hang on stay away. */
const unlessGone: Record<string, string> = {
  members: 'exists (select from agents where id = agent_id)',
  ticket_views: 'exists (select from agents where id = agent_id)',
  waits: 'exists (select from conversations where id = conversation_id)',
  hand_overs: 'exists (select from agents where id = from_agent)',
  hand_over_items:
    'exists (select from conversations where id = conversation_id) and exists (select from hand_overs where id = hand_over_id)',
  hand_over_incidents: 'exists (select from incidents where id = incident_id) and exists (select from hand_overs where id = hand_over_id)',
  hand_over_declines: 'exists (select from agents where id = agent_id) and exists (select from hand_overs where id = hand_over_id)',
}

/** Takes `ids` away, the first of them with its name for it, and keeps what they were. */
export async function takeAway(client: PoolClient, noun: Noun, ids: string[], at: Date): Promise<void> {
  const kept: Record<string, unknown> = {}
  for (const [table, condition] of Object.entries(madeOf[noun])) {
    const { rows } = await client.query<{ kept: unknown }>(
      `select coalesce(jsonb_agg(to_jsonb(${table})), '[]') as kept from ${table} where ${condition}`,
      [ids],
    )
    kept[table] = rows[0]?.kept
  }
  const [first = ''] = Object.keys(kept)
  await client.query(`delete from ${first} where id = any($1)`, [ids])
  await client.query(
    `insert into removed (id, noun, rows, removed_at) values ($1, $2, $3, $4)
     on conflict (id) do update set rows = excluded.rows, removed_at = excluded.removed_at`,
    [ids[0], noun, JSON.stringify(kept), at],
  )
}

/** Puts back all that was taken away under this id, as it stood. */
export async function putBack(client: PoolClient, noun: Noun, id: string, at: Date): Promise<void> {
  const { rows } = await client.query<{ rows: Record<string, object[]> }>(
    'delete from removed where id = $1 and noun = $2 and removed_at > $3 returning rows',
    [id, noun, oldest(at)],
  )
  const kept = rows[0]?.rows ?? refuse('undo-over')
  for (const table of Object.keys(madeOf[noun])) {
    await client.query(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1) where ${unlessGone[table] ?? 'true'}`,
      [JSON.stringify(kept[table] ?? [])],
    )
  }
}

/** What bore one of these names when it was removed, and can be brought back: the last of each name. */
export async function latelyRemoved(client: PoolClient, noun: 'team', names: readonly string[], at: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct on (lower(name)) id from removed, lateral (select rows -> 'teams' -> 0 ->> 'name' as name) as called
     where noun = $1 and removed_at > $2 and lower(name) = any($3) order by lower(name), removed_at desc`,
    [noun, oldest(at), names.map((name) => name.toLowerCase())],
  )
  return rows.map(({ id }) => id)
}

/** Forgets for good what nobody brought back in time. */
export const forgetRemoved = (pool: Pool, at: Date) => pool.query('delete from removed where removed_at <= $1', [oldest(at)])

const oldest = (at: Date) => new Date(at.getTime() - keptForMs)
