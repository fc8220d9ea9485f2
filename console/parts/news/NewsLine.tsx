import { AtSign, Bell, CircleQuestionMark, Eye, MessageSquareReply } from 'lucide-preact'
import type { News, NewsWhy } from '../../../shared/protocol/news.ts'
import { words } from '../../later-words.ts'

/** What happened, in a sentence. */
export const tellNews = ({ why, by, requester }: News) => words.together.told[why](by, requester)

/** The picture of why somebody hears of it. */
export function NewsIcon({ why }: { why: NewsWhy }) {
  const Icon = icons[why] ?? Eye
  return <Icon aria-hidden="true" />
}

const icons: Partial<Record<NewsWhy, typeof Bell>> = {
  mentioned: AtSign,
  asked: CircleQuestionMark,
  advised: MessageSquareReply,
  broken: Bell,
}
