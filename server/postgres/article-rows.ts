import type { Pool, PoolClient } from 'pg'
import { type ArticleContent, articleStateOf } from '../../shared/article.ts'
import type { Article, ArticleRow } from '../../shared/protocol/article.ts'
import { refuse } from '../../shared/refusal.ts'
import type { ArticleReach } from '../desk/knowledge/articles.ts'

/** An article as its row stands, with the edition that people read. */
export interface Row
  extends Pick<Article, 'id' | 'owner' | 'category' | 'reviewOn' | 'edition' | 'slug' | 'version' | 'draft' | 'published'> {
  inReview: boolean
  expires_at: Date | null
  changed_at: Date
  published_at: Date | null
  /** How many editions there ever were. */
  editions: number
}

/** What is published and what one may write, by its titles. The texts themselves are compared where they are, and stay there. */
export async function listArticles(pool: Pool, { agent, all }: ArticleReach): Promise<ArticleRow[]> {
  const { rows } = await pool.query<Listed>(
    `select articles.id, shown ->> 'title' as title, shown ->> 'language' as language, shown ->> 'audience' as audience,
       shown -> 'words' as words, owner_id as owner, category_id as category, to_char(review_on, 'YYYY-MM-DD') as "reviewOn", expires_at,
       in_review as "inReview", articles.edition, slug, version, changed_at, draft is distinct from content as "isChanged",
       (select count(*)::int from article_editions where article_id = articles.id) as editions
     from articles left join article_editions on article_id = articles.id and article_editions.edition = articles.edition,
       lateral (select coalesce(content, draft) as shown) as shown
     where $1 or owner_id = $2 or content is not null order by lower(shown ->> 'title'), articles.id`,
    [all, agent],
  )
  return rows.map(({ inReview, editions, expires_at, changed_at, ...row }) => ({
    ...row,
    state: articleStateOf({ inReview, edition: row.edition, editions }),
    expiresAt: expires_at?.toISOString() ?? null,
    changedAt: changed_at.toISOString(),
  }))
}

type Listed = Omit<ArticleRow, 'state' | 'expiresAt' | 'changedAt'> & Pick<Row, 'inReview' | 'editions' | 'expires_at' | 'changed_at'>

/** The article of this id, or none. */
export async function readArticles(client: Pool | PoolClient, article: string): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select articles.id, draft, owner_id as owner, category_id as category, to_char(review_on, 'YYYY-MM-DD') as "reviewOn", expires_at,
       in_review as "inReview", articles.edition, slug, version, changed_at, content as published, published_at,
       (select count(*)::int from article_editions where article_id = articles.id) as editions
     from articles left join article_editions on article_id = articles.id and article_editions.edition = articles.edition
     where articles.id = $1`,
    [article],
  )
  return rows
}

/** One article, whole. */
export async function articleIn(client: Pool | PoolClient, article: string): Promise<Article> {
  const [row = refuse('not-found')] = await readArticles(client, article)
  const { rows } = await client.query<{ edition: number; at: Date; by: string | null }>(
    `select edition, published_at as at, agents.name as by from article_editions left join agents on agents.id = published_by
     where article_id = $1 order by edition desc`,
    [article],
  )
  const { draft, published } = row
  return { ...listed(row), draft, published, editions: rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) }
}

/** As lists show it. */
export function listed(row: Row): ArticleRow {
  const { draft, published, id, owner, category, reviewOn, edition, slug, version } = row
  const { title, language, audience, words } = published ?? draft
  return {
    ...{ id, title, language, audience, words, category, owner, reviewOn, edition, slug, version },
    expiresAt: row.expires_at?.toISOString() ?? null,
    state: articleStateOf(row),
    isChanged: !published || !isSame(draft, published),
    changedAt: row.changed_at.toISOString(),
  }
}

/** Whether two are the same; jsonb keeps no order of keys. */
export const isSame = (one: ArticleContent, other: ArticleContent): boolean => sorted(one) === sorted(other)
const sorted = ({ title, language, audience, words, body }: ArticleContent) => JSON.stringify([title, language, audience, words, body])
