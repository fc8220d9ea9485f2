import { type ArticleState, type Audience, isExpired, isReviewDue } from '../../shared/article.ts'
import type { ArticleHit, ArticleRow } from '../../shared/protocol/article.ts'
import { dayOf } from './article-form.ts'

/** What the list of articles is narrowed to; empty is all. */
export interface ArticleNarrowing {
  state: ArticleState | ''
  audience: Audience | ''
  language: string
  category: string
  owner: string
  dates: 'due' | 'expired' | ''
}

export const allArticles: ArticleNarrowing = { state: '', audience: '', language: '', category: '', owner: '', dates: '' }

/** Whether somebody should look at it again today. */
export const isDue = (row: ArticleRow, now: Date): boolean => isReviewDue(row, dayOf(now))

/** Those that fit, each with what was found in it: first what the desk found, in its order, and then what has the words in its title. */
export function narrowed(
  rows: readonly ArticleRow[],
  wanted: ArticleNarrowing,
  sought: { typed: string; hits: readonly ArticleHit[] },
  now: Date,
): { row: ArticleRow; hit: ArticleHit | null }[] {
  const fitting = rows.filter((row) => isWithin(row, wanted, now))
  const typed = sought.typed.trim().toLowerCase()
  if (!typed) return fitting.map((row) => ({ row, hit: null }))
  const found = sought.hits.flatMap((hit) => {
    const row = fitting.find(({ id }) => id === hit.id)
    return row ? [{ row, hit }] : []
  })
  const named = fitting.filter((row) => [row.title, ...row.words].some((text) => text.toLowerCase().includes(typed)))
  return [...found, ...named.filter((row) => !found.some((one) => one.row === row)).map((row) => ({ row, hit: null }))]
}

function isWithin(row: ArticleRow, { state, audience, language, category, owner, dates }: ArticleNarrowing, now: Date): boolean {
  return (
    (!state || row.state === state) &&
    (!audience || row.audience === audience) &&
    (!language || row.language === language) &&
    (!category || row.category === category) &&
    (!owner || row.owner === owner) &&
    (!dates || (dates === 'due' ? isDue(row, now) : isExpired(row, now)))
  )
}
