import { BookOpen, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { words as laterWords } from '../../later-words.ts'
import { sendArticle } from '../../models/article-acts.ts'
import { useArticles } from '../../models/article-seeking.ts'
import { linkTo } from '../../router.ts'
import type { PaneProps } from '../ChatPane.tsx'

interface ArticleHintProps extends PaneProps {
  /** The last words of the requester. */
  said: string
}

const restMs = 600
const mostLooked = 3
const longest = 200

/** An article that fits what the requester wrote and was not sent yet: sent where everybody may read it, else to be read. */
export function ArticleHint({ id, chat, session, said }: ArticleHintProps) {
  const { articles: words } = laterWords
  const [isWanted, setWanted] = useState(true)
  const { hits } = useArticles(session, isWanted ? lastWords(said) : '', { restMs, limit: mostLooked })
  const sent = chat.state.value?.articles ?? []
  const hit = hits.find((one) => !sent.some(({ article }) => article === one.id))
  if (!isWanted || !hit) return null
  return (
    <p class="guide-hint">
      <BookOpen aria-hidden="true" />
      <span>{words.fits}</span>
      {hit.audience === 'public' ? (
        <>
          <button type="button" class="link" title={words.sendThis(hit.title)} onClick={() => void sendArticle(session, id, hit.id)}>
            {hit.title}
          </button>
          <a
            class="icon-button"
            href={`/knowledge/${hit.slug}`}
            target="_blank"
            rel="noopener"
            aria-label={words.read(hit.title)}
            title={words.read(hit.title)}
          >
            <BookOpen aria-hidden="true" />
          </a>
        </>
      ) : (
        <a class="link" href={linkTo({ at: 'knowledge', article: hit.id, how: 'read' })}>
          {hit.title}
        </a>
      )}
      <button type="button" class="icon-button" aria-label={words.not} title={words.not} onClick={() => setWanted(false)}>
        <X aria-hidden="true" />
      </button>
    </p>
  )
}

/** As many of the last words as are looked for. */
function lastWords(said: string): string {
  const words = said.trim().replace(/\s+/g, ' ')
  return words.length <= longest ? words : words.slice(-longest).replace(/^\S*\s/, '')
}
