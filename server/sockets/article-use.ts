import type { Helping } from '../../shared/people.ts'
import type { ArticleUseAnswers } from '../../shared/protocol/article-use.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith } from '../desk/access.ts'
import type { ArticleUses } from '../desk/knowledge/article-uses.ts'
import type { Articles } from '../desk/knowledge/articles.ts'
import type { Change, Step } from '../desk/ports.ts'
import type { Handlers } from './handlers.ts'

export interface ArticleUsePorts {
  articles: Pick<Articles, 'read'>
  uses: ArticleUses
  conversations: { change(step: Step): Promise<Change> }
  now(): Date
}

/** What people do with articles. To requesters there are only those that are for everybody. */
export function articleUseHandlers({ articles, uses, conversations, now }: ArticleUsePorts): Handlers<keyof ArticleUseAnswers> {
  const reader = (agent: Helping) => ({ agent: agent.id, all: true })
  return {
    async 'articles:use'({ who }, { article, how }) {
      if ((who.kind === 'agent') !== (how === 'inserted')) refuse('not-allowed')
      await articles.read(who.kind === 'agent' ? reader(who) : null, article, now())
      await uses.count(article, how, who.id, now())
      return null
    },
    async 'articles:missed'({ who }, { words }) {
      await uses.missed(words, agentWith(who, 'articles', 'read').id, now())
      return null
    },
    async 'articles:unmet'({ who }, { conversation }) {
      if (who.kind !== 'requester') refuse('not-allowed')
      await uses.unmet(conversation, who.id, now())
      return null
    },
    async 'articles:send'({ who }, { conversation, id, article }) {
      const agent = agentWith(who, 'articles', 'read')
      const { edition, title } = await articles.read(null, article, now())
      const { left } = await conversations.change({ conversation, who: agent, act: { kind: 'send-article', article, edition, title }, id })
      return { left }
    },
    async 'articles:figures'({ who }) {
      agentWith(who, 'articles', 'publish')
      return uses.figures(now())
    },
  }
}
