import { useState } from 'preact/hooks'
import type { ArticleContent } from '../../../shared/article.ts'
import type { Article } from '../../../shared/protocol/article.ts'
import { words as laterWords } from '../../later-words.ts'
import { articleOf, type WrittenArticle, writtenContent } from '../../models/article-form.ts'
import { compare } from '../../models/comparing.ts'
import type { Form } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'

interface ArticleEditionsProps {
  session: Session
  article: Article
  form: Form<WrittenArticle>
}

/** Everything that was ever published of an article: compared with what is written now, and taken up again. */
export function ArticleEditions({ session, article, form }: ArticleEditionsProps) {
  const { connection, notices } = session
  const text = laterWords.knowledge
  const [open, setOpen] = useState<{ edition: number; content: ArticleContent } | null>(null)
  const fetched = async (edition: number, then: (content: ArticleContent) => void) => {
    try {
      then((await connection.ask('articles:edition', { article: article.id, edition })).content)
    } catch (error) {
      notices.refused(error)
    }
  }
  const takeUp = (edition: number) =>
    fetched(edition, (content) => {
      const before = form.values.peek()
      form.set(writtenContent(content))
      notices.done(text.takenUp(edition), async () => form.set(before))
    })
  const show = (edition: number) =>
    open?.edition === edition ? setOpen(null) : void fetched(edition, (content) => setOpen({ edition, content }))
  if (article.editions.length === 0) return null
  return (
    <section class="article-editions">
      <h2>{text.editions}</h2>
      <ul>
        {article.editions.map(({ edition, at, by }) => (
          <li key={edition}>
            <span>{text.editionAt(edition, asMoment(at), by ?? text.nobody)}</span>
            <button type="button" class="link" aria-expanded={open?.edition === edition} onClick={() => show(edition)}>
              {open?.edition === edition ? text.hide : text.compare}
            </button>
            <button type="button" class="link" onClick={() => void takeUp(edition)}>
              {text.takeUp}
            </button>
          </li>
        ))}
      </ul>
      {open && <Compared edition={open.edition} older={open.content} newer={articleOf(form.values.value)} />}
    </section>
  )
}

function Compared({ edition, older, newer }: { edition: number; older: ArticleContent; newer: ArticleContent }) {
  const text = laterWords.knowledge
  const parts = compare(asText(older), asText(newer))
  return (
    <>
      <h3>{text.compared(edition)}</h3>
      {parts.some(({ is }) => is !== 'same') ? (
        <div class="compared">
          {parts.map(({ text: piece, is }, at) => (is === 'same' ? piece : <Marked key={at} is={is} piece={piece} />))}
        </div>
      ) : (
        <p>{text.same}</p>
      )}
    </>
  )
}

function Marked({ is, piece }: { is: 'added' | 'removed'; piece: string }) {
  const says = <span class="sr-only"> [{laterWords.knowledge[is]}: </span>
  const end = <span class="sr-only">] </span>
  return is === 'added' ? (
    <ins>
      {says}
      {piece}
      {end}
    </ins>
  ) : (
    <del>
      {says}
      {piece}
      {end}
    </del>
  )
}

/** All that versions hold, as one text. */
const asText = ({ title, language, audience, words, body }: ArticleContent) =>
  [title, `${languageLine(language)} · ${laterWords.knowledge.audiences[audience]} · ${words.join(', ')}`, '', body].join('\n')

const languageLine = (language: string) => language.toUpperCase()
