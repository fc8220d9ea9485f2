import { BookOpen, ListChecks } from 'lucide-preact'
import { words as laterWords } from '../../later-words.ts'
import { draftHere } from '../../models/draft-here.ts'
import type { Session } from '../../models/session.ts'

/** Makes a draft of a solved ticket: an article, and a guide for those who write them. */
export function DraftButtons({ session }: { session: Session }) {
  const { articles: words } = laterWords
  return (
    <>
      <button type="button" class="button" title={words.draftKey} onClick={() => draftHere(session)}>
        <BookOpen aria-hidden="true" /> {words.draft}
      </button>
      {session.me.role !== 'agent' && (
        <button type="button" class="button" onClick={() => draftHere(session, 'guide')}>
          <ListChecks aria-hidden="true" /> {words.draftGuide}
        </button>
      )}
    </>
  )
}
