import { BookOpen, Send } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import type { ArticleHit } from '../../../shared/protocol/article.ts'
import { words as laterWords } from '../../later-words.ts'
import { sendArticle, wordsOf } from '../../models/article-acts.ts'
import { useArticles, useMissed } from '../../models/article-seeking.ts'
import type { Session } from '../../models/session.ts'
import { linkTo } from '../../router.ts'

interface ArticleMenuProps {
  session: Session
  /** The chat, and whether its requester reads what is written here. */
  chat: string
  isReply: boolean
  /** What stands behind `??`. */
  asked: string
  /** Hears the keys of the place where one writes, and says whether they were its own. */
  keys: { current: ((event: KeyboardEvent) => boolean) | null }
  /** Puts this in place of what was looked for. */
  put(text: string): void
}

const mostShown = 8
const restMs = 150

/** Articles that hold what stands behind `??`; the arrow keys choose, Enter takes one over, Alt+Enter sends it. */
export function ArticleMenu({ session, chat, isReply, asked, keys, put }: ArticleMenuProps) {
  const { articles: words } = laterWords
  const found = useArticles(session, asked, { restMs, limit: mostShown })
  const [place, setPlace] = useState(0)
  const [isDismissed, setDismissed] = useState(false)
  useMissed(session, found)
  useEffect(() => setPlace(0), [found])
  const { hits } = found
  const isSettled = asked === '' || found.words === asked
  const chosen = hits[Math.min(place, hits.length - 1)]
  const insert = (hit: ArticleHit) => void wordsOf(session, hit).then(put, session.notices.refused)
  const send = (hit: ArticleHit) => {
    if (!canSend(hit)) return
    put('')
    void sendArticle(session, chat, hit.id)
  }
  const canSend = ({ audience }: ArticleHit) => isReply && audience === 'public'

  const press = (event: KeyboardEvent): boolean => {
    if (isDismissed || event.shiftKey || event.ctrlKey || event.metaKey) return false
    const step = (by: number) => hits.length > 0 && setPlace((Math.min(place, hits.length - 1) + by + hits.length) % hits.length)
    const takeOver = () => chosen && (event.altKey ? send(chosen) : insert(chosen))
    const act = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: takeOver, Tab: takeOver, Escape: () => setDismissed(true) }[
      event.key
    ]
    // What is not found is a message like any other; what is still looked for is none yet.
    if (!act || (event.key !== 'Escape' && isSettled && hits.length === 0)) return false
    event.preventDefault()
    act()
    return true
  }
  useEffect(() => {
    keys.current = press
    return () => {
      keys.current = null
    }
  })

  if (isDismissed) return null
  return (
    <div class="replies-menu articles-menu">
      <p class="sr-only" role="status">
        {chosen
          ? words.chosen(chosen.title, hits.indexOf(chosen) + 1, hits.length, canSend(chosen))
          : isSettled && asked
            ? words.none
            : asked && found.unreached === asked
              ? words.unreached
              : ''}
      </p>
      <h3>{words.title}</h3>
      {hits.length === 0 && (
        <p class="empty">
          {!asked ? (
            words.hint
          ) : isSettled ? (
            <>
              {words.none} <a href={linkTo({ at: 'knowledge', article: null, how: 'new' })}>{words.write}</a>
            </>
          ) : found.unreached === asked ? (
            words.unreached
          ) : (
            words.looking
          )}
        </p>
      )}
      <ul>
        {hits.map((hit) => (
          <li key={hit.id}>
            <button
              type="button"
              tabIndex={-1}
              class={hit === chosen ? 'chosen' : ''}
              // The cursor stays where one writes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => insert(hit)}
            >
              <b>
                <BookOpen aria-hidden="true" /> {hit.title}
              </b>
              <span>{hit.audience === 'internal' ? words.internal : hit.excerpt.map(({ text }) => text).join('')}</span>
            </button>
            {canSend(hit) && (
              <button
                type="button"
                tabIndex={-1}
                class="icon-button"
                aria-label={words.sendThis(hit.title)}
                title={words.keys}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => send(hit)}
              >
                <Send aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
