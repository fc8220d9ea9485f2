import { isExpired } from '../../../shared/article.ts'
import type { ArticleHit, ArticleRow } from '../../../shared/protocol/article.ts'
import { words as laterWords } from '../../later-words.ts'
import { lastDayOf } from '../../models/article-form.ts'
import { isDue } from '../../models/article-list.ts'
import { nameAtDesk } from '../../models/names.ts'
import type { Session } from '../../models/session.ts'
import { linkTo } from '../../router.ts'
import { languageName } from './ArticleFilters.tsx'

interface ArticleTableProps {
  session: Session
  shown: readonly { row: ArticleRow; hit: ArticleHit | null }[]
  now: Date
}

/** Articles in a table; what was found in one stands below its title. */
export function ArticleTable({ session, shown, now }: ArticleTableProps) {
  const text = laterWords.knowledge
  return (
    <div class="table-room">
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.audience}</th>
            <th scope="col">{text.language}</th>
            <th scope="col">{text.category}</th>
            <th scope="col">{text.owner}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, hit }) => (
            <tr key={row.id}>
              <td class="wrap grow">
                <a href={linkTo({ at: 'knowledge', article: row.id, how: row.edition === null ? 'write' : 'read' })}>{row.title}</a>
                {hit && hit.excerpt.length > 0 && (
                  <small>{hit.excerpt.map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text))}</small>
                )}
              </td>
              <td data-label={text.state}>
                {text.states[row.state]}
                {row.edition !== null && row.isChanged && <small>{text.changedSince}</small>} <Dates row={row} now={now} />
              </td>
              <td data-label={text.audience}>{text.audiences[row.audience]}</td>
              <td data-label={text.language}>{languageName(row.language)}</td>
              <td class="wrap" data-label={text.category}>
                {session.categories.find(row.category)?.path ?? '–'}
              </td>
              <td data-label={text.owner}>{row.owner ? nameAtDesk(session.desk, row.owner) : text.nobody}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Whether its time is over, or somebody should look at it. */
export function Dates({ row, now }: { row: ArticleRow; now: Date }) {
  const text = laterWords.knowledge
  return (
    <>
      {isExpired(row, now) && (
        <span class="badge over" title={lastDayOf(row.expiresAt)}>
          {text.expired}
        </span>
      )}
      {isDue(row, now) && (
        <span class="badge due" title={row.reviewOn ?? undefined}>
          {text.due}
        </span>
      )}
    </>
  )
}
