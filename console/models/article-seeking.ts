import { useEffect, useRef, useState } from 'preact/hooks'
import type { ArticleHit } from '../../shared/protocol/article.ts'
import { spoken } from './language.ts'
import type { Session } from './session.ts'

export interface Found {
  /** For which words; null as long as nothing was found out. */
  words: string | null
  hits: readonly ArticleHit[]
  /** The words for which nothing could be found out. */
  unreached: string | null
}

const nothing: Found = { words: null, hits: [], unreached: null }

/** Articles that hold these words, looked for whenever one rests. What comes too late is left. */
export function useArticles({ connection }: Session, words: string, { restMs, limit }: { restMs: number; limit: number }): Found {
  const [found, find] = useState<Found>(nothing)
  useEffect(() => {
    if (!words) return find(nothing)
    let isHere = true
    const ask = () =>
      void connection.ask('articles:search', { words, language: spoken.peek().slice(0, 2), limit }).then(
        ({ hits }) => isHere && find({ words, hits, unreached: null }),
        // It is looked for again with the next letter.
        () => isHere && find((before) => ({ ...before, unreached: words })),
      )
    const timer = setTimeout(ask, restMs)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [connection, words, restMs, limit])
  return found
}

/** Whoever stops looking without having found anything has missed something: that is known by his last words. */
export function useMissed({ connection }: Session, { words, hits }: Found): void {
  const missed = useRef('')
  missed.current = words && words.length >= shortest && hits.length === 0 ? words : ''
  useEffect(
    () => () => {
      if (missed.current) connection.ask('articles:missed', { words: missed.current }).catch(() => {})
    },
    [connection],
  )
}
const shortest = 3
