import { ChartColumn, Plus, Search } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { ArticleHit, ArticleRow } from '../../../shared/protocol/article.ts'
import { words as laterWords } from '../../later-words.ts'
import { allArticles, isDue, narrowed } from '../../models/article-list.ts'
import { useAsked } from '../../models/asked.ts'
import { spoken } from '../../models/language.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { go, linkTo } from '../../router.ts'
import { ArticleFilters } from './ArticleFilters.tsx'
import { ArticleTable } from './ArticleTable.tsx'

/** All articles, found by words and narrowed. */
export function ArticleList({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'articles:list', {})
  const [typed, setTyped] = useState('')
  const hits = useHits(session, typed)
  return (
    <>
      <header class="page-head">
        <h1>{laterWords.knowledge.title}</h1>
        <search>
          <label class="find">
            <span class="sr-only">{laterWords.knowledge.search}</span>
            <Search aria-hidden="true" size={16} />
            <input
              type="search"
              value={typed}
              maxLength={200}
              placeholder={laterWords.knowledge.search}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
        </search>
        <div class="buttons">
          {session.me.role !== 'agent' && (
            <a class="button" href={linkTo({ at: 'knowledge', article: null, how: 'figures' })}>
              <ChartColumn aria-hidden="true" /> {laterWords.knowledge.figures}
            </a>
          )}
          <button type="button" class="button primary" onClick={() => go({ at: 'knowledge', article: newId(), how: 'new' })}>
            <Plus aria-hidden="true" /> {laterWords.knowledge.add}
          </button>
        </div>
      </header>
      <p class="hint">{laterWords.knowledge.hint}</p>
      <Loading from={asked}>
        {({ articles }) =>
          articles.length === 0 ? (
            <p class="empty">{laterWords.knowledge.none}</p>
          ) : (
            <Narrowed session={session} articles={articles} sought={{ typed, hits }} showAll={() => setTyped('')} />
          )
        }
      </Loading>
    </>
  )
}

interface NarrowedProps {
  session: Session
  articles: readonly ArticleRow[]
  sought: { typed: string; hits: readonly ArticleHit[] }
  showAll: () => void
}

function Narrowed({ session, articles, sought, showAll }: NarrowedProps) {
  const [wanted, setWanted] = useState(allArticles)
  const [most, setMost] = useState(drawnAtOnce)
  const now = new Date()
  const shown = narrowed(articles, wanted, sought, now)
  const mine = articles.filter((row) => row.owner === session.me.id && isDue(row, now))
  const waiting = session.me.role === 'agent' ? [] : articles.filter(({ state }) => state === 'review')
  return (
    <>
      {mine.length > 0 && wanted.dates !== 'due' && (
        <p class="said">
          {laterWords.knowledge.toLookAt(mine.length)}{' '}
          <button type="button" class="link" onClick={() => setWanted({ ...allArticles, owner: session.me.id, dates: 'due' })}>
            {laterWords.knowledge.showThem}
          </button>
        </p>
      )}
      {waiting.length > 0 && wanted.state !== 'review' && (
        <p class="said">
          {laterWords.knowledge.toReview(waiting.length)}{' '}
          <button type="button" class="link" onClick={() => setWanted({ ...allArticles, state: 'review' })}>
            {laterWords.knowledge.showThem}
          </button>
        </p>
      )}
      <ArticleFilters session={session} articles={articles} wanted={wanted} onWanted={setWanted} />
      {shown.length > 0 ? (
        <ArticleTable session={session} shown={shown.slice(0, most)} now={now} />
      ) : (
        <div class="none-fits">
          <p>{laterWords.knowledge.noneFits}</p>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              setWanted(allArticles)
              showAll()
            }}
          >
            {laterWords.knowledge.showAll}
          </button>
        </div>
      )}
      {shown.length > most && (
        <p>
          <button type="button" class="button" onClick={() => setMost(most + drawnAtOnce)}>
            {laterWords.knowledge.more(Math.min(drawnAtOnce, shown.length - most))}
          </button>
        </p>
      )}
      <p class="count" role="status">
        {laterWords.knowledge.found(shown.length)}
      </p>
    </>
  )
}

/** Of thousands, a browser draws so many without its reader waiting for it. */
const drawnAtOnce = 200

const searchAfterMs = 180
/** Whoever leaves words standing for so long has looked for them, and is not typing on. */
const missedAfterMs = 3_000

/** What the desk finds by these words, a moment after they were typed. */
function useHits({ connection }: Session, typed: string): readonly ArticleHit[] {
  const [found, setFound] = useState<{ words: string; hits: readonly ArticleHit[] }>({ words: '', hits: [] })
  const words = typed.trim()
  useEffect(() => {
    if (words.length < 2) return
    let isHere = true
    const ask = () =>
      connection.ask('articles:search', { words, language: spoken.peek(), limit: 20 }).then(
        ({ hits }) => {
          if (!isHere) return
          setFound({ words, hits })
          if (hits.length === 0)
            settled = setTimeout(() => void connection.ask('articles:missed', { words }).catch(() => undefined), missedAfterMs)
        },
        // What stands in titles is found all the same.
        () => undefined,
      )
    let settled: ReturnType<typeof setTimeout> | undefined
    const timer = setTimeout(() => void ask(), searchAfterMs)
    return () => {
      isHere = false
      clearTimeout(settled)
      clearTimeout(timer)
    }
  }, [connection, words])
  return words.length < 2 ? [] : found.hits
}
