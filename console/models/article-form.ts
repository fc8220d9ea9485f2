import type { ArticleContent, Audience } from '../../shared/article.ts'
import { choose } from '../../shared/client/choosing.ts'
import { newId } from '../../shared/client/ids.ts'
import { upload } from '../../shared/client/upload.ts'
import type { Article } from '../../shared/protocol/article.ts'
import { words as laterWords } from '../later-words.ts'
import { words } from '../words.ts'
import { createForm, type Form } from './form.ts'
import { readWords } from './guide-writing.ts'
import type { Session } from './session.ts'
import { createUnsaved } from './unsaved.ts'

/** An article as it stands in its fields. */
export interface WrittenArticle {
  title: string
  language: string
  audience: Audience
  words: string
  body: string
  category: string
  owner: string
  reviewOn: string
  /** The last day on which it is found. */
  until: string
}

export interface ArticleWriting {
  form: Form<WrittenArticle>
  /** Takes files in, once the article itself is kept; what shows them in the text. */
  attach(files: readonly File[]): Promise<string>
  /** Keeps what is written and lets people read it; null where it could not be kept. */
  publish(): Promise<Article | null>
  /** Keeps what is written and asks for a review, or takes that back. */
  review(wanted: boolean): Promise<Article | null>
  withdraw(): Promise<void>
  remove(): Promise<void>
}

interface Begun {
  id: string
  known: Article | null
  language: string
  onKept: (article: Article) => void
  onGone: () => void
  /** Shown again, once it was brought back. */
  onBack: () => void
}

/** The form in which an article is written. What is not saved yet is kept by this browser until somebody signs out. */
export function writeArticle({ connection, me, notices, store }: Session, begun: Begun): ArticleWriting {
  const { id, known, language, onKept, onGone, onBack } = begun
  let kept = known
  const keep = (article: Article) => {
    kept = article
    onKept(article)
    return article
  }
  const form = createForm<WrittenArticle>(known ? writtenArticle(known) : { ...nothing, language, owner: me.id }, {
    unsaved: createUnsaved(store, me.id).of(`article:${id}`),
    check: ({ title }) => ({ title: title.trim() ? null : laterWords.knowledge.nameMissing }),
    about: { 'no-such-agent': 'owner', 'no-such-category': 'category' },
    async save(written) {
      const { owner, category, reviewOn, until } = written
      keep(
        await connection.ask('articles:save', {
          article: id,
          version: kept?.version ?? 0,
          owner: owner || null,
          category: category || null,
          reviewOn: reviewOn || null,
          expiresAt: endOf(until),
          content: articleOf(written),
        }),
      )
    },
    saved: (undo) => notices.done(words.settings.savedPage, known ? undo : () => remove()),
  })

  /** What is written is kept first; null where it could not be. */
  async function settled(): Promise<Article | null> {
    if (!kept || form.isChanged.peek()) await form.submit()
    return form.isChanged.peek() ? null : kept
  }

  async function remove() {
    if (!kept) return
    const { title, version } = kept
    await connection.ask('articles:remove', { article: id, version })
    onGone()
    notices.done(words.settings.removed(title), () => connection.ask('articles:restore', { article: id }).then(onBack))
  }

  return {
    form,
    remove,
    async attach(files) {
      if (!kept) await form.submit()
      if (!kept) return ''
      const { fine, troubles } = await choose(files, 0)
      for (const { name, why } of troubles) notices.tell(`${name}: ${words.refused[why === 'most-files' ? 'too-many-files' : why]}`, 'bad')
      const shown: string[] = []
      // What arrived stands in the text, whatever becomes of the others.
      for (const file of fine) await sent(id, file).then((piece) => shown.push(piece), notices.refused)
      return shown.join('\n\n')
    },
    async publish() {
      const article = await settled()
      return article && keep(await connection.ask('articles:publish', { article: id, version: article.version }))
    },
    async review(wanted) {
      const article = wanted ? await settled() : kept
      return article && keep(await connection.ask('articles:review', { article: id, version: article.version, wanted }))
    },
    async withdraw() {
      if (kept) keep(await connection.ask('articles:withdraw', { article: id, version: kept.version }))
    },
  }
}

/** Sends one, and says how the text shows it: a picture as one, anything else by its name. */
async function sent(article: string, file: File): Promise<string> {
  const id = newId()
  const to = `/api/articles/${article}/files/${id}`
  const { name, width } = await upload({ to, key: {}, file, hear: () => undefined, stop: new AbortController().signal })
  return `${width ? '!' : ''}[${name.replace(/[[\]]/g, '')}](file:${id})`
}

const nothing: Omit<WrittenArticle, 'language' | 'owner'> = {
  title: '',
  audience: 'internal',
  words: '',
  body: '',
  category: '',
  reviewOn: '',
  until: '',
}

const writtenArticle = ({ draft, owner, category, reviewOn, expiresAt }: Article): WrittenArticle => ({
  ...writtenContent(draft),
  owner: owner ?? '',
  category: category ?? '',
  reviewOn: reviewOn ?? '',
  until: lastDayOf(expiresAt),
})

/** The part of the fields of which versions are made. */
export const writtenContent = ({ title, language, audience, words: asking, body }: ArticleContent) => ({
  title,
  language,
  audience,
  words: asking.join(', '),
  body,
})

/** What stands in the fields, as an article. */
export const articleOf = ({ title, language, audience, words: asking, body }: WrittenArticle): ArticleContent => ({
  title: title.trim(),
  language,
  audience,
  words: readWords(asking),
  body: body.trim(),
})

/** The moment at which a day is over here; null for none. */
export function endOf(day: string): string | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return day ? new Date(year, month - 1, date + 1).toISOString() : null
}

/** The last day before that moment, here. */
export function lastDayOf(moment: string | null): string {
  return moment ? dayOf(new Date(Date.parse(moment) - 1)) : ''
}

/** A day here, as fields of dates have it: `2027-03-01`. */
export const dayOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
