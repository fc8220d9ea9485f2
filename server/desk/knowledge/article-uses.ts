import type { ArticleUse } from '../../../shared/article-use.ts'
import type { ArticleUseAnswers } from '../../../shared/protocol/article-use.ts'

/** What is counted of articles. */
export interface ArticleUses {
  /** Once a day for each person. */
  count(article: string, how: ArticleUse, person: string, at: Date): Promise<void>
  missed(words: string, agent: string, at: Date): Promise<void>
  /** Only for a request of his own. */
  unmet(conversation: string, requester: string, at: Date): Promise<void>
  figures(now: Date): Promise<ArticleUseAnswers['articles:figures']>
}

/** Words as they are counted: whoever typed them in another case, or with more room between them, meant the same. */
export const countedWords = (typed: string): string => typed.toLowerCase().replace(/\s+/g, ' ').trim()
