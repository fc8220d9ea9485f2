import { Bell } from 'lucide-preact'
import { words } from '../../later-words.ts'
import type { Session } from '../../models/session.ts'
import { newsOf } from '../../models/together.ts'

/** The way to what I am to hear of, with how much of it I have not seen. */
export function NewsWay({ session }: { session: Session }) {
  const news = newsOf(session)
  const count = news.unseen.value.length
  const open = () => {
    news.isOpen.value = true
  }
  return (
    <button type="button" class="news-way" title={words.together.news} aria-keyshortcuts="Alt+M" onClick={open}>
      <Bell aria-hidden="true" />
      <span class="sr-only">{words.together.news}</span>
      {count > 0 && (
        <b class="num">
          <span aria-hidden="true">{count}</span>
          <span class="sr-only"> {words.together.unseen(count)}</span>
        </b>
      )}
    </button>
  )
}
