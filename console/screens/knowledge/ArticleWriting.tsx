import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { ArticleEditor } from './ArticleEditor.tsx'
import { Gone, ToAll } from './ArticlePage.tsx'

/** Where an article is written: one that is there, or a new one under an id of its own. */
export function ArticleWriting({ session, article, isNew }: { session: Session; article: string; isNew: boolean }) {
  const asked = useAsked(session.connection, 'articles:open', { article })
  const isMissing = asked.refusal === 'not-found'
  if (isMissing && !isNew) return <Gone text={laterWords.knowledge.notYours} />
  return (
    <>
      <ToAll />
      {isMissing ? (
        <ArticleEditor session={session} id={article} known={null} />
      ) : (
        <Loading from={asked}>
          {(known) => <ArticleEditor key={asked.turn} session={session} id={article} known={known} onReload={asked.again} />}
        </Loading>
      )}
    </>
  )
}
