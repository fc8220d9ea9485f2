import type { Session } from '../../models/session.ts'
import type { Route } from '../../router.ts'
import { ArticleFigures } from './ArticleFigures.tsx'
import { ArticleList } from './ArticleList.tsx'
import { ArticlePage } from './ArticlePage.tsx'
import { ArticleWriting } from './ArticleWriting.tsx'

/** What the desk knows: found, read and written. */
export function Knowledge({ session, place }: { session: Session; place: Extract<Route, { at: 'knowledge' }> }) {
  const { article, how } = place
  return (
    <main class="page wide knowledge" id="content" tabIndex={-1}>
      {how === 'figures' ? (
        <ArticleFigures session={session} />
      ) : !article ? (
        <ArticleList session={session} />
      ) : how === 'read' ? (
        <ArticlePage key={article} session={session} article={article} />
      ) : (
        <ArticleWriting key={article} session={session} article={article} isNew={how === 'new'} />
      )}
    </main>
  )
}
