import type { IncidentNews, IncidentRow } from '../../../shared/protocol/incident.ts'
import { Markdown } from '../../../shared/ui/Markdown.tsx'
import { momentFrom } from '../../../shared/ui/times.ts'
import { words } from '../../later-words.ts'

/** What everybody was told, the newest first, and how far the latest got. */
export function NewsSoFar({ row, news }: { row: IncidentRow; news: readonly IncidentNews[] }) {
  const { toTell, all } = row.tickets
  return (
    <section class="card" aria-label={words.incidents.newsTitle}>
      <h2>{words.incidents.newsTitle}</h2>
      <p role="status" class="hint">
        {news.length === 0 ? words.incidents.noNews : toTell > 0 ? words.incidents.telling(all - toTell, all) : words.incidents.allTold}
      </p>
      {toTell > 0 && <progress max={all} value={all - toTell} aria-label={words.incidents.telling(all - toTell, all)} />}
      <ol class="incident-news">
        {news.map(({ edition, at, by, text, told, isLast, reopens }) => (
          <li key={edition}>
            <p class="hint">
              {[
                isLast && words.incidents.last,
                reopens && words.incidents.reopened,
                words.incidents.by(by, momentFrom(at, Date.now())),
                words.incidents.reached(told),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <Markdown text={text} />
          </li>
        ))}
      </ol>
    </section>
  )
}
