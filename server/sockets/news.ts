import type { NewsAnswers } from '../../shared/protocol/news.ts'
import { agentWith } from '../desk/access.ts'
import type { NewsDesk } from '../desk/news.ts'
import type { Handlers } from './handlers.ts'

/** What agents ask of what they are to hear of, and of those who follow a conversation. */
export const newsHandlers = ({ news }: { news: NewsDesk }): Handlers<keyof NewsAnswers> => ({
  async 'news:list'({ who }) {
    return { news: await news.list(agentWith(who, 'conversation', 'read')) }
  },
  async 'news:see'({ who }, { conversation }) {
    await news.see(agentWith(who, 'conversation', 'read'), conversation)
    return null
  },
  async 'follow:look'({ who }, { conversation }) {
    return news.followers(agentWith(who, 'conversation', 'read'), conversation)
  },
  async 'follow:set'({ who }, { conversation, following }) {
    return news.follow(agentWith(who, 'conversation', 'read'), conversation, following)
  },
})
