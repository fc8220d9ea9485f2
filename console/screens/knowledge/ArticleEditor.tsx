import { Eye } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Article } from '../../../shared/protocol/article.ts'
import { ArticleText } from '../../../shared/ui/ArticleText.tsx'
import { words as laterWords } from '../../later-words.ts'
import { writeArticle } from '../../models/article-form.ts'
import { spoken } from '../../models/language.ts'
import type { Session } from '../../models/session.ts'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { go, linkTo } from '../../router.ts'
import { RemoveButton } from '../settings/RemoveButton.tsx'
import { ArticleEditions } from './ArticleEditions.tsx'
import { ArticleFields } from './ArticleFields.tsx'
import { Dates } from './ArticleTable.tsx'

interface ArticleEditorProps {
  session: Session
  id: string
  /** As it is kept; null for a new one. */
  known: Article | null
  onReload?: () => void
}

const toList = () => go({ at: 'knowledge', article: null, how: 'read' })

/** Writes one article beside what its reader will see. */
export function ArticleEditor({ session, id, known, onReload }: ArticleEditorProps) {
  const { notices } = session
  const text = laterWords.knowledge
  const [article, setArticle] = useState(known)
  const [writing] = useState(() => {
    const onBack = () => go({ at: 'knowledge', article: id, how: 'write' })
    return writeArticle(session, { id, known, language: spoken.peek(), onKept: setArticle, onGone: toList, onBack })
  })
  const { form } = writing
  const written = form.values.value
  const mayPublish = session.me.role !== 'agent'
  // Something stands here that nobody reads yet.
  const isAhead = !article || article.edition === null || article.isChanged || form.isChanged.value

  const isEmpty = () => {
    const empty = written.body.trim() === ''
    if (empty) notices.tell(text.textMissing, 'bad')
    return empty
  }
  const publish = async () => {
    if (isEmpty()) return
    try {
      const before = article?.state === 'published' ? article.edition : null
      const done = await writing.publish()
      if (done?.edition) notices.tell(done.edition === before ? text.nothingNew : text.published(done.edition))
    } catch (error) {
      notices.refused(error)
    }
  }
  const review = async (wanted: boolean) => {
    if (wanted && isEmpty()) return
    try {
      if ((await writing.review(wanted)) && wanted) notices.done(text.reviewAsked, () => writing.review(false))
    } catch (error) {
      notices.refused(error)
    }
  }
  const withdraw = () =>
    writing
      .withdraw()
      .then(() => (mayPublish ? notices.done(text.withdrawn, () => writing.publish()) : notices.tell(text.withdrawn)), notices.refused)

  return (
    <>
      <header class="page-head">
        <h1>{written.title || text.add}</h1>
        <div class="buttons">
          {article && article.edition !== null && (
            <>
              <a class="button" href={linkTo({ at: 'knowledge', article: id, how: 'read' })}>
                <Eye aria-hidden="true" /> {text.read}
              </a>
              <button type="button" class="button" onClick={() => void withdraw()}>
                {text.withdraw}
              </button>
            </>
          )}
          {article?.state === 'review' && (
            <button type="button" class="button" onClick={() => void review(false)}>
              {text.reviewBack}
            </button>
          )}
          {article?.state !== 'review' && isAhead && (
            <button type="button" class={mayPublish ? 'button' : 'button primary'} onClick={() => void review(true)}>
              {text.review}
            </button>
          )}
          {mayPublish && (
            <button type="button" class="button primary" onClick={() => void publish()}>
              {text.publish}
            </button>
          )}
        </div>
      </header>
      <Standing article={article} />
      <div class="article-writing">
        <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
          <ArticleFields session={session} form={form} attach={writing.attach} />
          <FormFoot form={form} {...(onReload && { onReload })} canDiscard>
            {article && <RemoveButton remove={writing.remove} onDone={() => undefined} />}
          </FormFoot>
        </form>
        <aside aria-label={text.preview}>
          <section class="panel article-preview" lang={written.language}>
            <h2 lang={spoken.value}>{text.preview}</h2>
            <h3>{written.title}</h3>
            <ArticleText text={written.body} below={3} />
          </section>
          {article && <ArticleEditions session={session} article={article} form={form} />}
        </aside>
      </div>
    </>
  )
}

/** Where it stands now. */
function Standing({ article }: { article: Article | null }) {
  const text = laterWords.knowledge
  return (
    <p class="article-facts" role="status">
      <span class="badge">{text.states[article?.state ?? 'draft']}</span>
      {article && article.edition !== null && article.isChanged && <span>{text.changedSince}</span>}
      {article && <Dates row={article} now={new Date()} />}
    </p>
  )
}
