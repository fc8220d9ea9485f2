import type { ArticleContent } from '../../../shared/article.ts'
import { type Block, blocksOf, type Span } from '../../../shared/markdown.ts'
import type { Helping } from '../../../shared/people.ts'
import type { Article, ArticleAnswers, ArticleHit, ArticlePage, ArticleRow } from '../../../shared/protocol/article.ts'
import type { Heard } from '../../../shared/protocol.ts'
import { reachOf } from '../access.ts'
import type { By } from '../people.ts'

/** What somebody may write: all articles, or those that he owns. */
export interface ArticleReach {
  agent: string
  all: boolean
}

/** What an agent may write, by his rights. */
export const articleReachOf = (agent: Helping): ArticleReach => ({
  agent: agent.id,
  all: reachOf(agent, 'articles', 'manage') === 'all',
})

/** What somebody may read of what is published: all, or what is meant for everybody. */
export type Readable = 'all' | 'public'

/** An article among all that everybody may read. */
export type ArticleListing = Pick<ArticlePage, 'slug' | 'title' | 'language'>

/** Pages of the knowledge base. Every saving is written to the audit log with it, or not done. */
export interface Articles {
  /** What is published, and what one may write. */
  list(reach: ArticleReach): Promise<ArticleRow[]>
  /** How many of one's own should be looked at again by that day, and how many wait for whoever writes all. */
  due(reach: ArticleReach, today: string): Promise<ArticleAnswers['articles:due']>
  search(readable: Readable, wanted: Heard<'articles:search'>, now: Date): Promise<ArticleHit[]>
  /** As people read it: agents, by what they may write, also when its time is over; without one, as everybody. */
  read(reach: ArticleReach | null, article: string, now: Date): Promise<ArticlePage>
  /** What everybody may read now, by its titles; of very many the first. */
  listing(now: Date): Promise<{ listed: ArticleListing[]; isCut: boolean }>
  /** The same as everybody reads it, by its address; null where he may not, or there is none. */
  readBySlug(slug: string, now: Date): Promise<ArticlePage | null>
  open(reach: ArticleReach, article: string): Promise<Article>
  edition(reach: ArticleReach, article: string, edition: number): Promise<ArticleContent>
  save(by: By, reach: ArticleReach, article: Heard<'articles:save'>): Promise<Article>
  review(by: By, reach: ArticleReach, article: Heard<'articles:review'>): Promise<Article>
  publish(by: By, article: Heard<'articles:publish'>): Promise<Article>
  withdraw(by: By, reach: ArticleReach, article: Heard<'articles:withdraw'>): Promise<Article>
  /** With all its editions. */
  remove(by: By, reach: ArticleReach, article: Heard<'articles:remove'>): Promise<void>
  restore(by: By, reach: ArticleReach, article: Heard<'articles:restore'>): Promise<Article>
}

/** A title as part of an address: small letters and digits, and a name for itself where it has none of these. */
export function slugOf(title: string): string {
  const spelled = title.replace(/ä/gi, 'ae').replace(/ö/gi, 'oe').replace(/ü/gi, 'ue').replace(/ß/g, 'ss')
  const plain = spelled
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 60)
  return slug.replace(/^-+|-+$/g, '') || 'article'
}

/** What is written in Markdown as one reads it: without the signs that only say how it looks. */
export const proseOf = (markdown: string): string => blocksOf(markdown).map(readOf).join(' ').replace(/\s+/g, ' ').trim()

function readOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return block.lines.map(lineOf).join(' ')
    case 'list':
      return block.items.map(lineOf).join(' ')
    case 'heading':
      return lineOf(block.spans)
    case 'code':
      return block.text
    case 'picture':
      return block.alt
    case 'rule':
      return ''
  }
}

const lineOf = (spans: readonly Span[]) => spans.map(({ text }) => text).join('')
