import { useRef, useState } from 'preact/hooks'
import { useLater } from '../../shared/ui/later.ts'
import { useFitting } from '../models/fitting.ts'
import type { Visit } from '../models/visit.ts'

const loadArticles = () => import('../articles.ts')

interface FittingArticlesProps {
  visit: Visit
  /** What is written so far. */
  text: string
  write(text: string): void
}

/** Articles that may spare one the asking. Below the form, so that nothing in it moves or waits. */
export function FittingArticles({ visit, text, write }: FittingArticlesProps) {
  const hits = useFitting(visit, text)
  /** What was written before an article solved it. */
  const [solved, setSolved] = useState('')
  const part = useLater(loadArticles, hits.length > 0)
  const isAnnounced = useRef(false)
  if (part && hits.length > 0) isAnnounced.current = true
  const solve = () => {
    setSolved(text)
    write('')
  }
  const bringBack = () => {
    write(solved)
    setSolved('')
  }
  return (
    <>
      <p class="sr-only" role="status">
        {part && isAnnounced.current ? <part.Found /> : null}
      </p>
      {part && hits.length > 0 ? <part.ArticleList visit={visit} hits={hits} solve={solve} /> : null}
      {part && solved && !text ? <part.SolvedAlone bringBack={bringBack} /> : null}
    </>
  )
}
