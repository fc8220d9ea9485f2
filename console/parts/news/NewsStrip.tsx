import { X } from 'lucide-preact'
import { words } from '../../later-words.ts'
import { leadTo } from '../../models/lead-to.ts'
import type { NewsOf } from '../../models/news.ts'
import type { Session } from '../../models/session.ts'
import { NewsIcon, tellNews } from './NewsLine.tsx'

/** Above the screens: what I have not seen yet, the newest first. */
export function NewsStrip({ news, session }: { news: NewsOf; session: Session }) {
  const [first, ...others] = news.unseen.value
  if (!first) return null
  const openAll = () => {
    news.isOpen.value = true
  }
  return (
    <aside class="strip hand-over news" aria-label={words.together.strip}>
      <NewsIcon why={first.why} />
      <p role="status">
        <b>{tellNews(first)}</b> {first.text && <q>{first.text}</q>}
      </p>
      <span class="strip-acts">
        {others.length > 0 && (
          <button type="button" class="link" aria-keyshortcuts="Alt+M" onClick={openAll}>
            {words.together.more(others.length)}
          </button>
        )}
        {!first.following && (
          <button type="button" class="link" onClick={() => void news.follow(first)}>
            {words.together.follow}
          </button>
        )}
        <button type="button" class="link" onClick={() => leadTo(session, first)}>
          {words.together.goThere}
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={words.together.dismiss}
          title={words.together.dismiss}
          onClick={() => void news.see(first.conversation)}
        >
          <X aria-hidden="true" />
        </button>
      </span>
    </aside>
  )
}
