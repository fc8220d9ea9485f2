import { articleStates, audiences } from '../../../shared/article.ts'
import type { ArticleRow } from '../../../shared/protocol/article.ts'
import { words as laterWords } from '../../later-words.ts'
import type { ArticleNarrowing } from '../../models/article-list.ts'
import { nameAtDesk } from '../../models/names.ts'
import type { Session } from '../../models/session.ts'
import { Pick } from '../../parts/Pick.tsx'

interface ArticleFiltersProps {
  session: Session
  articles: readonly ArticleRow[]
  wanted: ArticleNarrowing
  onWanted(wanted: ArticleNarrowing): void
}

const dates = ['due', 'expired'] as const

/** What the list of articles is narrowed to; only what some of them have can be chosen. */
export function ArticleFilters({ session, articles, wanted, onWanted }: ArticleFiltersProps) {
  const { me, desk, categories } = session
  const text = laterWords.knowledge
  const had = (what: (row: ArticleRow) => string | null) => [...new Set(articles.flatMap((row) => what(row) ?? []))]
  const owners = had(({ owner }) => owner).filter((id) => id !== me.id)
  return (
    <fieldset class="filters">
      <legend class="sr-only">{text.filters}</legend>
      <Pick
        label={text.state}
        value={wanted.state}
        any={text.anyState}
        from={articleStates.map((one) => [one, text.states[one]])}
        onPick={(value) => onWanted({ ...wanted, state: articleStates.find((one) => one === value) ?? '' })}
      />
      <Pick
        label={text.audience}
        value={wanted.audience}
        any={text.anyAudience}
        from={audiences.map((one) => [one, text.audiences[one]])}
        onPick={(value) => onWanted({ ...wanted, audience: audiences.find((one) => one === value) ?? '' })}
      />
      <Pick
        label={text.language}
        value={wanted.language}
        any={text.anyLanguage}
        from={had(({ language }) => language).map((one) => [one, languageName(one)])}
        onPick={(language) => onWanted({ ...wanted, language })}
      />
      <Pick
        label={text.category}
        value={wanted.category}
        any={text.anyCategory}
        from={had(({ category }) => category).map((id) => [id, categories.find(id)?.path ?? text.noCategory])}
        onPick={(category) => onWanted({ ...wanted, category })}
      />
      <Pick
        label={text.owner}
        value={wanted.owner}
        any={text.anyOwner}
        from={[[me.id, text.mine], ...owners.map((id): [string, string] => [id, nameAtDesk(desk, id)])]}
        onPick={(owner) => onWanted({ ...wanted, owner })}
      />
      <Pick
        label={text.dates}
        value={wanted.dates}
        any={text.anyDates}
        from={dates.map((one) => [one, text.datesAre[one]])}
        onPick={(value) => onWanted({ ...wanted, dates: dates.find((one) => one === value) ?? '' })}
      />
    </fieldset>
  )
}

/** A language as its readers call it, where that is known. */
export function languageName(language: string): string {
  const names: Partial<Record<string, string>> = laterWords.look.languageNames
  return names[language] ?? language
}
