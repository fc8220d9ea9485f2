import type { Pool } from 'pg'
import { readersIn } from './article-readers.ts'
import { articleUsesIn } from './article-uses.ts'
import { articlesIn } from './articles.ts'

/** What public pages need to know of articles. */
export const knowledgeIn = (pool: Pool, readPool: Pool) => ({
  articles: articlesIn(pool, readPool),
  uses: articleUsesIn(pool, readPool),
  readers: readersIn(pool),
})
