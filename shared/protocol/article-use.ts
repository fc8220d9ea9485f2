import { z } from 'zod'
import { articleUses } from '../article-use.ts'
import type { Left } from './conversation.ts'
import { id, words } from './words.ts'

/** What people do with articles, and what is counted of it. */
export const articleUseQuestions = {
  /**
   * Counts what somebody did with an article that he may read, once a day: a requester `opened` it, and says by himself whether it
   * `helped` or `did-not-help`, of which the last counts; an agent `inserted` it into what he writes.
   */
  'articles:use': z.strictObject({ article: id, how: z.enum(articleUses) }),
  /** An agent looked for this, and nothing was there. */
  'articles:missed': z.strictObject({ words: words(200) }),
  /** Nothing was there that fits this request of the requester's own. Nothing of what he wrote is kept with it. */
  'articles:unmet': z.strictObject({ conversation: id }),
  /** Lays a published article before the requester of a chat in which one speaks; `not-found` where it is not for everybody. */
  'articles:send': z.strictObject({ conversation: id, id, article: id }),
  /** How articles were used in the last 90 days, and what was missing; for those who publish. */
  'articles:figures': z.strictObject({}),
}

/** How an article was used: counts of people and days, and the numbers of the tickets behind what happened in chats, the newest first. */
export interface ArticleFigures {
  article: string
  /** By requesters. */
  opened: number
  /** Into what agents wrote. */
  inserted: number
  /** By those who read it without a chat. */
  helpedAlone: number
  didNotHelpAlone: number
  /** In chats. */
  sent: number[]
  helped: number[]
  didNotHelp: number[]
}

/** What was looked for in vain. */
export interface ArticleMisses {
  /** What agents looked for, the most frequent first. */
  words: { words: string; agents: number; at: string }[]
  /** The requests for which requesters found nothing, the newest first. */
  requests: { number: number; subject: string; at: string }[]
}

export interface ArticleUseAnswers {
  'articles:use': null
  'articles:missed': null
  'articles:unmet': null
  'articles:send': Left
  'articles:figures': { days: number; articles: ArticleFigures[]; missed: ArticleMisses }
}
