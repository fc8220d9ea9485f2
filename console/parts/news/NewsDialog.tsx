import type { News } from '../../../shared/protocol/news.ts'
import { ticketLabel } from '../../../shared/ticket.ts'
import { momentFrom } from '../../../shared/ui/times.ts'
import { words } from '../../later-words.ts'
import { leadTo } from '../../models/lead-to.ts'
import { keyOf, type NewsOf } from '../../models/news.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../Dialog.tsx'
import { NewsIcon, tellNews } from './NewsLine.tsx'

interface NewsProps {
  news: NewsOf
  session: Session
}

/** All that I was to hear of, what I have not seen first. */
export function NewsDialog({ news, session }: NewsProps) {
  const close = () => {
    news.isOpen.value = false
  }
  const list = news.all.value
  return (
    <Dialog title={words.together.news} onClose={close}>
      {list.length === 0 && <p class="empty">{news.isKnown.value ? words.together.empty : words.together.notKnown}</p>}
      <ol class="handed">
        {list.map((one) => (
          <Row key={keyOf(one)} one={one} news={news} session={session} close={close} />
        ))}
      </ol>
      {news.unseen.value.length > 0 && (
        <div class="buttons">
          <button type="button" class="button" onClick={() => void news.see(null)}>
            {words.together.seeAll}
          </button>
        </div>
      )}
    </Dialog>
  )
}

function Row({ one, news, session, close }: NewsProps & { one: News; close: () => void }) {
  const lead = () => {
    close()
    leadTo(session, one)
  }
  return (
    <li class={one.seen ? 'news-row' : 'news-row unseen'}>
      <button type="button" class="news-lead" onClick={lead}>
        <NewsIcon why={one.why} />
        <span>
          <b>{tellNews(one)}</b>
          {!one.seen && <span class="badge p2">{words.together.unread}</span>}
          {one.text && <q>{one.text}</q>}
          <small>{[ticketLabel(one.number), one.subject, momentFrom(one.at, session.clock.now.value)].join(' · ')}</small>
        </span>
      </button>
      <button type="button" class="small" aria-pressed={one.following} onClick={() => void news.follow(one)}>
        {one.following ? words.together.following : words.together.follow}
      </button>
    </li>
  )
}
