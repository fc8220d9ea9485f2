import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { ArticleFigures, ArticleMisses } from '../../shared/protocol/article-use.ts'
import { type ArticleUses, countedWords } from '../desk/knowledge/article-uses.ts'

const days = 90
/** Of a list of what was missing, and of the tickets behind a figure, the last so many are shown. */
const mostShown = 100

/** What became of articles, as it is counted. */
export const articleUsesIn = (pool: Pool, readPool: Pool): ArticleUses => ({
  async count(article, how, person, at) {
    await pool.query(
      `with changed_mind as (
         delete from article_uses
         where article_id = $1 and person_id = $3 and how <> $2 and $2 = any ($5) and how = any ($5) and at > $4::timestamptz - interval '1 day')
       insert into article_uses (article_id, how, person_id, day, at) values ($1, $2, $3, $4::timestamptz::date, $4) on conflict do nothing`,
      [article, how, person, at, ['helped', 'did-not-help']],
    )
  },

  async missed(words, agent, at) {
    await pool.query(
      `insert into article_misses (id, at, person_id, words) values ($1, $2, $3, $4)
       on conflict (person_id, words) where words is not null do update set at = excluded.at`,
      [randomUUID(), at, agent, countedWords(words)],
    )
  },

  async unmet(conversation, requester, at) {
    await pool.query(
      `insert into article_misses (id, at, person_id, conversation_id)
       select $1, $2, $4, id from conversations where id = $3 and requester_id = $4 on conflict do nothing`,
      [randomUUID(), at, conversation, requester],
    )
  },

  async figures(now) {
    const since = sinceWhen(now)
    const [articles, missed] = await Promise.all([figuresSince(readPool, since), missesSince(readPool, since)])
    return { days, articles, missed }
  },
})

/** Whatever is older than what is shown is nobody's concern any more, least of all who looked for what. */
export async function forgetUses(pool: Pool, now: Date): Promise<void> {
  const since = sinceWhen(now)
  await pool.query('delete from article_uses where at <= $1', [since])
  await pool.query('delete from article_misses where at <= $1', [since])
}

const sinceWhen = (now: Date) => new Date(now.getTime() - days * 24 * 3600_000)

async function figuresSince(pool: Pool, since: Date): Promise<ArticleFigures[]> {
  const { rows } = await pool.query<ArticleFigures>(
    `with alone as (
       select article_id, count(*) filter (where how = 'opened')::int as opened, count(*) filter (where how = 'inserted')::int as inserted,
         count(*) filter (where how = 'helped')::int as "helpedAlone",
         count(*) filter (where how = 'did-not-help')::int as "didNotHelpAlone"
       from article_uses where at > $1 group by article_id),
     last as (
       -- Whoever answers anew means his last answer.
       select distinct on (conversation_id, data ->> 'article', kind) (data ->> 'article')::uuid as article_id, kind,
         data ->> 'helped' = 'true' as is_good, number, seq
       from entries join conversations on conversations.id = conversation_id
       where kind in ('article-sent', 'article-answered') and entries.at > $1
       order by conversation_id, data ->> 'article', kind, seq desc),
     chats as (
       select article_id,
         (array_agg(number::int order by number desc) filter (where kind = 'article-sent'))[:$2] as sent,
         (array_agg(number::int order by number desc) filter (where kind = 'article-answered' and is_good))[:$2] as helped,
         (array_agg(number::int order by number desc) filter (where kind = 'article-answered' and not is_good))[:$2] as "didNotHelp"
       from last group by article_id)
     select articles.id as article, coalesce(opened, 0) as opened, coalesce(inserted, 0) as inserted,
       coalesce("helpedAlone", 0) as "helpedAlone", coalesce("didNotHelpAlone", 0) as "didNotHelpAlone",
       coalesce(sent, '{}') as sent, coalesce(helped, '{}') as helped, coalesce("didNotHelp", '{}') as "didNotHelp"
     from articles left join alone on alone.article_id = articles.id left join chats on chats.article_id = articles.id
     where alone.article_id is not null or chats.article_id is not null
     order by cardinality(coalesce(sent, '{}')) + coalesce(opened, 0) + coalesce(inserted, 0) desc, articles.id`,
    [since, mostShown],
  )
  return rows
}

async function missesSince(pool: Pool, since: Date): Promise<ArticleMisses> {
  const [words, requests] = await Promise.all([
    pool.query<{ words: string; agents: number; at: Date }>(
      `select words, count(*)::int as agents, max(at) as at from article_misses where words is not null and at > $1
       group by words order by count(*) desc, max(at) desc limit $2`,
      [since, mostShown],
    ),
    pool.query<{ number: string; subject: string; at: Date }>(
      `select number, subject, article_misses.at from article_misses join tickets using (conversation_id)
       where article_misses.at > $1 order by article_misses.at desc limit $2`,
      [since, mostShown],
    ),
  ])
  return {
    words: words.rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    requests: requests.rows.map(({ at, number, ...one }) => ({ ...one, number: Number(number), at: at.toISOString() })),
  }
}
