import type { Pool, PoolClient } from 'pg'
import { type ArticleContent, isExpired } from '../../shared/article.ts'
import type { ArticleAnswers, ArticlePage } from '../../shared/protocol/article.ts'
import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import { type ArticleListing, type ArticleReach, type Articles, slugOf } from '../desk/knowledge/articles.ts'
import { articleIn, isSame, listArticles, listed, type Row, readArticles } from './article-rows.ts'
import { searchArticles } from './article-search.ts'
import { forgetWords, indexArticle } from './article-words.ts'
import { audited } from './audit.ts'
import { putBack, takeAway } from './removed.ts'
import { refusingWhere } from './transaction.ts'

/** Pages of the knowledge base: as they are being written, and every edition that was published. */
export const articlesIn = (pool: Pool, readPool: Pool): Articles => ({
  list: (reach) => listArticles(readPool, reach),

  async due({ agent, all }, today) {
    const { rows } = await readPool.query<ArticleAnswers['articles:due']>(
      `select count(*) filter (where owner_id = $1 and review_on <= $2::date)::int as due,
         count(*) filter (where in_review and $3)::int as "inReview"
       from articles where in_review or (owner_id = $1 and review_on is not null)`,
      [agent, today, all],
    )
    return rows[0] ?? { due: 0, inReview: 0 }
  },

  search: (readable, wanted, now) => searchArticles(readPool, readable, wanted, now),

  read: (reach, article, now) => readArticle(pool, reach, article, now),

  async listing(now) {
    const { rows } = await readPool.query<ArticleListing>(
      `select slug, content ->> 'title' as title, language from articles
         join article_editions on article_id = articles.id and article_editions.edition = articles.edition
       where audience = 'public' and (expires_at is null or expires_at > $1) order by lower(content ->> 'title') limit $2`,
      [now, mostListed + 1],
    )
    return { listed: rows.slice(0, mostListed), isCut: rows.length > mostListed }
  },

  async readBySlug(slug, now) {
    const { rows } = await readPool.query<{ id: string }>(
      "select id from articles where slug = $1 and audience = 'public' and (expires_at is null or expires_at > $2)",
      [slug, now],
    )
    return rows[0] ? readArticle(readPool, null, rows[0].id, now) : null
  },

  async open(reach, article) {
    await writable(pool, reach, article)
    return articleIn(pool, article)
  },

  async edition(reach, article, edition) {
    await writable(pool, reach, article)
    const { rows } = await pool.query<{ content: ArticleContent }>(
      'select content from article_editions where article_id = $1 and edition = $2',
      [article, edition],
    )
    return rows[0]?.content ?? refuse('not-found')
  },

  save: (by, reach, wanted) =>
    audited(pool, by, async (client, write) => {
      if (!reach.all && wanted.owner !== reach.agent) refuse('not-allowed')
      const [before] = await readArticles(client, wanted.article)
      if (wanted.version > 0 || before) await writable(client, reach, wanted.article)
      // Whoever was not told that it was added asks again, under the same id.
      if (wanted.version === 0 && before?.version === 1 && isSame(before.draft, wanted.content)) return articleIn(client, wanted.article)
      const { rowCount } = await refusingWhere(
        { articles_pkey: 'already-exists', articles_owner_id_fkey: 'no-such-agent', articles_category_id_fkey: 'no-such-category' },
        client.query(wanted.version === 0 ? add : change, valuesOf(wanted, by.at)),
      )
      if (!rowCount) refuse('changed-meanwhile')
      const after = await articleIn(client, wanted.article)
      const subject = { id: after.id, name: after.draft.title }
      await write({ what: 'articles:save', subject, before: before ? told(listedWhole(before)) : null, after: told(after) })
      return after
    }),

  review: (by, reach, { article, version, wanted }) =>
    audited(pool, by, async (client, write) => {
      const before = await writable(client, reach, article)
      await stands(client, { article, version, at: by.at, edition: before.edition, inReview: wanted })
      const subject = { id: article, name: before.draft.title }
      await write({ what: 'articles:review', subject, before: { inReview: before.inReview }, after: { inReview: wanted } })
      return articleIn(client, article)
    }),

  publish: (by, { article, version }) =>
    audited(pool, by, async (client, write) => {
      const before = await articleIn(client, article)
      if (before.version !== version) refuse('changed-meanwhile')
      const content = before.draft
      if (content.body === '') refuse('malformed')
      const same = before.published && isSame(content, before.published)
      if (same && before.state === 'published') return before
      const edition = same && before.edition !== null ? before.edition : (before.editions[0]?.edition ?? 0) + 1
      await stands(client, { article, version, edition, at: by.at, inReview: false })
      if (edition !== before.edition) {
        await client.query(
          'insert into article_editions (article_id, edition, content, published_at, published_by) values ($1, $2, $3, $4, $5)',
          [article, edition, content, by.at, by.agent?.id ?? null],
        )
        await indexArticle(client, article, content)
        if (!before.slug) await giveAddress(client, article, slugOf(content.title))
      }
      const subject = { id: article, name: content.title }
      await write({
        what: 'articles:publish',
        subject,
        before: { edition: before.edition },
        after: { edition, audience: content.audience },
      })
      return articleIn(client, article)
    }),

  withdraw: (by, reach, { article, version }) =>
    audited(pool, by, async (client, write) => {
      const before = await writable(client, reach, article)
      await stands(client, { article, version, edition: null, at: by.at, inReview: false })
      await forgetWords(client, article)
      const subject = { id: article, name: listed(before).title }
      await write({ what: 'articles:withdraw', subject, before: { edition: before.edition }, after: { edition: null } })
      return articleIn(client, article)
    }),

  remove: (by, reach, { article, version }) =>
    audited(pool, by, async (client, write) => {
      const before = await writable(client, reach, article)
      if (before.version !== version) refuse('changed-meanwhile')
      await takeAway(client, 'article', [article], by.at)
      await write({ what: 'articles:remove', subject: { id: article, name: listed(before).title }, before: told(listedWhole(before)) })
    }),

  restore: (by, reach, { article }) =>
    audited(pool, by, async (client, write) => {
      const taken = { articles_pkey: 'already-exists', articles_slug_key: 'name-taken' } as const
      await letGo(client, article)
      await refusingWhere(taken, putBack(client, 'article', article, by.at))
      await writable(client, reach, article)
      const after = await articleIn(client, article)
      await write({ what: 'articles:restore', subject: { id: article, name: after.title }, after: told(after) })
      return after
    }),
})

/** More than these nobody looks through. */
const mostListed = 500

/** As people read it. */
async function readArticle(pool: Pool, reach: ArticleReach | null, article: string, now: Date): Promise<ArticlePage> {
  const [row] = await readArticles(pool, article)
  if (!row?.published || !row.slug || row.edition === null || !row.published_at) refuse('not-found')
  const { published, slug, edition } = row
  const { expiresAt, category } = listed(row)
  if (!reach && (published.audience !== 'public' || isExpired({ expiresAt }, now))) refuse('not-found')
  const { title, language, audience, body } = published
  const mayWrite = reach !== null && isWithin(row, reach)
  const publishedAt = row.published_at.toISOString()
  return { id: article, slug, title, language, audience, body, category, edition, publishedAt, expiresAt, mayWrite }
}

/** The only door to what is being written: to those whose it is not, it does not exist. */
async function writable(client: Pool | PoolClient, reach: ArticleReach, article: string): Promise<Row> {
  const [row = refuse('not-found')] = await readArticles(client, article)
  return isWithin(row, reach) ? row : refuse('not-found')
}

const isWithin = ({ owner }: Row, { agent, all }: ArticleReach) => all || owner === agent

const add = `insert into articles (id, version, draft, owner_id, category_id, review_on, expires_at, changed_at)
  values ($1, $2 + 1, $3, $4, $5, $6, $7, $8)`
const change = `update articles set draft = $3, owner_id = $4, category_id = $5, review_on = $6, expires_at = $7, changed_at = $8,
  version = version + 1 where id = $1 and version = $2`

const valuesOf = ({ article, version, content, owner, category, reviewOn, expiresAt }: Heard<'articles:save'>, at: Date) => [
  article,
  version,
  content,
  owner,
  category,
  reviewOn,
  expiresAt,
  at,
]

interface Stand {
  article: string
  version: number
  edition: number | null
  inReview: boolean
  at: Date
}

/** People read this edition from now on, or none; and somebody waits for a review, or nobody. */
async function stands(client: PoolClient, { article, version, edition, inReview, at }: Stand) {
  const { rowCount } = await client.query(
    'update articles set edition = $3, in_review = $4, changed_at = $5, version = version + 1 where id = $1 and version = $2',
    [article, version, edition, inReview, at],
  )
  if (!rowCount) refuse('changed-meanwhile')
}

/** Its title as an address, and a number behind it where others have that one. */
async function giveAddress(client: PoolClient, article: string, slug: string) {
  const { rows } = await client.query<{ slug: string }>('select slug from articles where slug = $1 or slug like $2', [slug, `${slug}-%`])
  const taken = new Set(rows.map((row) => row.slug))
  let free = slug
  for (let turn = 2; taken.has(free); turn++) free = `${slug}-${turn}`
  await refusingWhere(
    { articles_slug_key: 'changed-meanwhile' },
    client.query('update articles set slug = $2 where id = $1', [article, free]),
  )
}

/** A category that was removed meanwhile, or an owner who is no more, keeps nobody from bringing an article back. */
async function letGo(client: PoolClient, article: string) {
  await client.query(
    `update removed set rows = jsonb_set(rows, '{articles, 0}', rows #> '{articles, 0}' || jsonb_build_object(
       'category_id', (select id from categories where id = (rows #>> '{articles, 0, category_id}')::uuid),
       'owner_id', (select id from agents where id = (rows #>> '{articles, 0, owner_id}')::uuid)))
     where id = $1 and noun = 'article'`,
    [article],
  )
}

type Told = Pick<Row, 'draft' | 'owner' | 'category' | 'reviewOn'> & { expiresAt: string | null }

const listedWhole = (row: Row): Told => ({ ...row, expiresAt: row.expires_at?.toISOString() ?? null })

/** What the log says of it; every edition is kept whole beside it. */
const told = ({ draft: { title, language, audience, words }, owner, category, reviewOn, expiresAt }: Told) => ({
  title,
  language,
  audience,
  words,
  owner,
  category,
  reviewOn,
  expiresAt,
})
