import type { Entry } from './entry.ts'

/** What people do with an article beside a conversation: a requester reads and judges it, an agent takes its words over. */
export const articleUses = ['opened', 'inserted', 'helped', 'did-not-help'] as const
export type ArticleUse = (typeof articleUses)[number]

/** An article that lies before a requester, and what he said of it. */
export interface SentArticle {
  article: string
  edition: number
  title: string
  /** Null as long as he has said nothing. */
  helped: boolean | null
}

/** The articles that were sent, after one more entry: the latest last, each once. The same where nothing changes. */
export function articlesAfter(sent: readonly SentArticle[], entry: Entry): readonly SentArticle[] {
  switch (entry.kind) {
    case 'article-sent': {
      const { article, edition, body } = entry
      return [...sent.filter((one) => one.article !== article), { article, edition, title: body?.title ?? '', helped: null }]
    }
    case 'article-answered':
      return sent.map((one) => (one.article === entry.article ? { ...one, helped: entry.helped } : one))
    default:
      return sent
  }
}
