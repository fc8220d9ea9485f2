import { z } from 'zod'
import { type ArticleContent, type ArticleState, type Audience, audiences, mostArticleBytes } from '../article.ts'
import type { Piece } from './ticket-list.ts'
import { count, id, text, words } from './words.ts'

const language = z.string().regex(/^[a-z]{2,3}$/)

/** A page of the knowledge base: the one place that says what one is. */
export const articleContent = z
  .strictObject({
    title: words(160),
    language,
    audience: z.enum(audiences),
    words: z.array(words(40)).max(30),
    body: text(mostArticleBytes),
  })
  .refine((article) => JSON.stringify(article).length <= mostArticleBytes, 'Too long') satisfies z.ZodType<ArticleContent>

const one = { article: id, version: count }

/**
 * What is asked about the knowledge base. Every agent reads what is published, and writes what he owns; supervisors and
 * administrators write and publish all. Requesters find and read what is published for everybody.
 */
export const articleQuestions = {
  /** What is published, and what one may write, with how it stands. */
  'articles:list': z.strictObject({}),
  /** How much waits to be looked at: by that day of one's own, and by those who publish what waits for a review. */
  'articles:due': z.strictObject({ today: z.iso.date() }),
  /**
   * Finds what is published for who asks and has not expired, the likeliest first: by words, their beginnings and other forms,
   * and by what they were meant to be where nothing is written so. Articles in `language` come before equals.
   */
  'articles:search': z.strictObject({
    words: words(200),
    language: language.optional(),
    limit: z.int().min(1).max(20).default(8),
  }),
  /** One, as people read it. */
  'articles:read': z.strictObject({ article: id }),
  /** One, as it is being written, with its editions; for those who may write it. */
  'articles:open': z.strictObject({ article: id }),
  /** Keeps what is being written; `version` 0 makes a new one. Nobody else reads it before it is published. */
  'articles:save': z.strictObject({
    ...one,
    owner: id.nullable(),
    category: id.nullable(),
    reviewOn: z.iso.date().nullable(),
    expiresAt: z.iso.datetime().nullable(),
    content: articleContent,
  }),
  /** Asks those who publish to look at it, or takes that back. */
  'articles:review': z.strictObject({ ...one, wanted: z.boolean() }),
  /** From now on people read what was written so far. Refused with `malformed` where nothing is written in it. */
  'articles:publish': z.strictObject(one),
  /** From now on nobody reads it. */
  'articles:withdraw': z.strictObject(one),
  /** An edition as it was published, by its number. */
  'articles:edition': z.strictObject({ article: id, edition: z.int().min(1) }),
  /** With all its editions. */
  'articles:remove': z.strictObject(one),
  /** Brings it back within an hour of its removal. Later: `undo-over`. */
  'articles:restore': z.strictObject({ article: id }),
}

/** An article as lists show it. */
export interface ArticleRow {
  id: string
  /** Of what was published; of what is being written where nothing was. So are language, audience and words. */
  title: string
  language: string
  audience: Audience
  words: readonly string[]
  category: string | null
  owner: string | null
  /** When somebody should look whether it is still right, as `2027-03-01`. */
  reviewOn: string | null
  /** From when on nobody finds it. */
  expiresAt: string | null
  state: ArticleState
  /** The number of what people read; null where that is nothing. */
  edition: number | null
  /** What is being written differs from that. */
  isChanged: boolean
  /** Its address among the public pages, from when it was published first. */
  slug: string | null
  changedAt: string
  version: number
}

/** An article, whole, for those who write it. */
export interface Article extends ArticleRow {
  draft: ArticleContent
  published: ArticleContent | null
  /** The newest first. */
  editions: { edition: number; at: string; by: string | null }[]
}

/** An article as people read it. */
export interface ArticlePage {
  id: string
  slug: string
  title: string
  language: string
  audience: Audience
  body: string
  category: string | null
  edition: number
  publishedAt: string
  expiresAt: string | null
  /** Whether who asks may write on it. */
  mayWrite: boolean
}

/** An article that was found. */
export interface ArticleHit {
  id: string
  slug: string
  title: string
  language: string
  audience: Audience
  category: string | null
  /** What stands around the words that were looked for, or how it begins. */
  excerpt: Piece[]
}

export interface ArticleAnswers {
  'articles:list': { articles: ArticleRow[] }
  'articles:due': { due: number; inReview: number }
  'articles:search': { hits: ArticleHit[] }
  'articles:read': ArticlePage
  'articles:open': Article
  'articles:save': Article
  'articles:review': Article
  'articles:publish': Article
  'articles:withdraw': Article
  'articles:edition': { content: ArticleContent }
  'articles:remove': null
  'articles:restore': Article
}
