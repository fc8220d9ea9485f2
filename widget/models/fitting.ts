import { effect } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ArticleHit } from '../../shared/protocol/article.ts'
import { spoken } from '../words.ts'
import { askBy } from './asking.ts'
import type { Visit } from './visit.ts'

/** Whoever writes on is not interrupted. */
const restMs = 400
const mostShown = 3

/** Articles that fit what is being written, looked for whenever its writer rests. What comes too late for his words is left. */
export function useFitting(visit: Visit, text: string): readonly ArticleHit[] {
  const [hits, find] = useState<readonly ArticleHit[]>([])
  const isMissing = useRef(false)
  const looked = wordsOf(text)
  useEffect(() => {
    isMissing.current = false
    if (!looked) return find([])
    let isHere = true
    const hear = (found: readonly ArticleHit[]) => {
      if (!isHere) return
      isMissing.current = found.length === 0
      find(found)
    }
    const [language] = spoken.split('-')
    const look = () =>
      void askBy(visit, 'articles:search', { words: looked, language, limit: mostShown }).then(
        ({ hits }) => hear(hits),
        () => {},
      )
    const timer = setTimeout(look, restMs)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [visit, looked])
  useEffect(() => {
    const known = new Set(visit.conversations.peek()?.map(({ id }) => id))
    return () => {
      const sent = visit.current.peek()
      if (isMissing.current && sent && !known.has(sent)) tellUnmet(visit, sent)
    }
  }, [visit])
  return hits
}

/** The last words, where there are enough to say anything: whoever writes more comes to the point later. */
function wordsOf(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ')
  if (words.length < 4) return ''
  return words.length <= longest ? words : words.slice(-longest).replace(/^\S*\s/, '')
}
const longest = 160

/** Said as soon as the request is there, of which it is said. */
function tellUnmet(visit: Visit, conversation: string) {
  const stop = effect(() => {
    if (visit.current.value === conversation && !visit.chat.value?.state.value) return
    queueMicrotask(() => stop())
    askBy(visit, 'articles:unmet', { conversation }).catch(() => {})
  })
}
