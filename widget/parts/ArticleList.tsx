import { useState } from 'preact/hooks'
import type { ArticleHit } from '../../shared/protocol/article.ts'
import { textOf } from '../../shared/ui/text.ts'
import { words } from '../article-words.ts'
import { useArticle } from '../models/reading.ts'
import type { Visit } from '../models/visit.ts'
import { ArticleSheet } from './ArticleSheet.tsx'
import { BookOpen } from './article-icons.tsx'

interface ArticleListProps {
  visit: Visit
  hits: readonly ArticleHit[]
  /** One of them solved it. */
  solve(): void
}

/** Articles that may help, each read on a sheet over what is being written. */
export function ArticleList({ visit, hits, solve }: ArticleListProps) {
  const [inVain, setInVain] = useState<readonly string[]>([])
  const reading = useArticle(visit)
  const judge = (helped: boolean) => {
    const article = reading.judge(helped)
    if (helped) solve()
    else if (article) setInVain([...inVain, article])
  }
  return (
    <section class="card rows fitting" aria-label={words.fitting}>
      <h2>{words.fitting}</h2>
      <ul>
        {hits.map(({ id, title, excerpt }) => (
          <li key={id}>
            <button type="button" onClick={() => reading.open(id)}>
              <BookOpen size={16} aria-hidden="true" />
              <span class="what">
                <b>{textOf(title)}</b>
                <small>{inVain.includes(id) ? words.saidNo : excerpt.map((piece) => textOf(piece.text)).join('')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {reading.id ? <ArticleSheet reading={reading} yes={words.solved} judge={judge} /> : null}
    </section>
  )
}

/** Said once, politely, when there is something to read. */
export const Found = () => <>{words.found}</>

/** Solved before anything was sent; what was written can be had back. */
export function SolvedAlone({ bringBack }: { bringBack(): void }) {
  return (
    <section class="card solved-alone">
      <p role="status">{words.solvedAlone}</p>
      <button type="button" class="link" onClick={bringBack}>
        {words.bringBack}
      </button>
    </section>
  )
}
