import { words } from '../../later-words.ts'
import { useArticlesDue } from '../../models/articles-due.ts'
import type { Session } from '../../models/session.ts'

/** How many articles wait for me, beside the way to them. */
export function ArticlesDue({ session }: { session: Session }) {
  const { due, inReview } = useArticlesDue(session)
  if (due + inReview === 0) return null
  return (
    <b class="num left">
      <span aria-hidden="true">{due + inReview}</span>
      <span class="sr-only">{`${words.articles.waiting(due, inReview)}, `}</span>
    </b>
  )
}
