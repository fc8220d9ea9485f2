import type { ArticleAnswers } from '../../shared/protocol/article.ts'
import { agentWith } from '../desk/access.ts'
import { type Articles, articleReachOf, type Readable } from '../desk/knowledge/articles.ts'
import { byOf } from './by.ts'
import type { Caller, Handlers } from './handlers.ts'

export interface ArticlePorts {
  articles: Articles
  now(): Date
}

/** The knowledge base: everybody finds in it what is meant for him, agents write what they own, others write and publish all. */
export function articleHandlers({ articles, now }: ArticlePorts): Handlers<keyof ArticleAnswers> {
  const by = (caller: Caller) => byOf(caller, now())
  const writes = ({ who }: Caller) => articleReachOf(agentWith(who, 'articles', 'manage'))
  return {
    'articles:list': async ({ who }) => ({ articles: await articles.list(articleReachOf(agentWith(who, 'articles', 'read'))) }),
    'articles:due': async ({ who }, { today }) => articles.due(articleReachOf(agentWith(who, 'articles', 'read')), today),
    'articles:search': async ({ who }, wanted) => ({ hits: await articles.search(readableFor(who), wanted, now()) }),
    'articles:read': async ({ who }, { article }) => articles.read(who.kind === 'agent' ? articleReachOf(who) : null, article, now()),
    'articles:open': async (caller, { article }) => articles.open(writes(caller), article),
    'articles:edition': async (caller, { article, edition }) => ({ content: await articles.edition(writes(caller), article, edition) }),
    'articles:save': async (caller, wanted) => articles.save(by(caller), writes(caller), wanted),
    'articles:review': async (caller, wanted) => articles.review(by(caller), writes(caller), wanted),
    async 'articles:publish'(caller, wanted) {
      agentWith(caller.who, 'articles', 'publish')
      return articles.publish(by(caller), wanted)
    },
    'articles:withdraw': async (caller, wanted) => articles.withdraw(by(caller), writes(caller), wanted),
    async 'articles:remove'(caller, wanted) {
      await articles.remove(by(caller), writes(caller), wanted)
      return null
    },
    'articles:restore': async (caller, wanted) => articles.restore(by(caller), writes(caller), wanted),
  }
}

const readableFor = (who: Caller['who']): Readable => (who.kind === 'agent' ? 'all' : 'public')
