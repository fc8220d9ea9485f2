import { useLater } from '../../shared/ui/later.ts'
import type { ArticlesInChatProps } from './ArticlesInChat.tsx'

/** Fetched with the first article that is sent. */
const loadArticles = () => import('../articles.ts')

/** The articles that an agent sent in this chat. */
export function SentArticles(given: ArticlesInChatProps) {
  const part = useLater(
    loadArticles,
    given.chat.entries.value.some(({ kind }) => kind === 'article-sent'),
  )
  return part ? <part.ArticlesInChat {...given} /> : null
}
