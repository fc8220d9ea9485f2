import type { Pool, PoolClient } from 'pg'
import { type ArticleContent, articleStateOf } from '../../shared/article.ts'
import type { Article, ArticleRow } from '../../shared/protocol/article.ts'
import { refuse } from '../../shared/refusal.ts'

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

/** All articles, or one of them, by their titles. */
export async function readArticles(client: Pool | PoolClient, article: string | null = null): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select articles.id, draft, owner_id as owner, category_id as category, to_char(review_on, 'YYYY-MM-DD') as "reviewOn", expires_at,
       in_review as "inReview", articles.edition, slug, version, changed_at, content as published, published_at,
       (select count(*)::int from article_editions where article_id = articles.id) as editions
     from articles left join article_editions on article_id = articles.id and article_editions.edition = articles.edition
     where $1::uuid is null or articles.id = $1 order by lower(coalesce(content, draft)->>'title'), articles.id`,
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
