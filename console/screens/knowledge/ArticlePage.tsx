import { ArrowLeft, ExternalLink, Pencil } from 'lucide-preact'
import { isExpired } from '../../../shared/article.ts'
import { ArticleText } from '../../../shared/ui/ArticleText.tsx'
import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'
import { Loading } from '../../parts/Loading.tsx'
import { linkTo } from '../../router.ts'
import { languageName } from './ArticleFilters.tsx'

/** One article, as it is read. */
export function ArticlePage({ session, article }: { session: Session; article: string }) {
  const asked = useAsked(session.connection, 'articles:read', { article })
  const text = laterWords.knowledge
  if (asked.refusal === 'not-found') return <Gone text={text.gone} />
  return (
    <>
      <ToAll />
      <Loading from={asked}>
        {(page) => (
          <article>
            <header class="page-head">
              <h1 lang={page.language}>{page.title}</h1>
              <div class="buttons">
                {page.audience === 'public' && !isExpired(page, new Date()) && (
                  <a class="button" href={`/knowledge/${page.slug}`} target="_blank" rel="noopener">
                    <ExternalLink aria-hidden="true" /> {text.page}
                  </a>
                )}
                {page.mayWrite && (
                  <a class="button" href={linkTo({ at: 'knowledge', article, how: 'write' })}>
                    <Pencil aria-hidden="true" /> {text.edit}
                  </a>
                )}
              </div>
            </header>
            <p class="article-facts">
              <span class="badge">{text.audiences[page.audience]}</span>
              {isExpired(page, new Date()) && <span class="badge over">{text.expired}</span>}
              <span>{languageName(page.language)}</span>
              {page.category && <span>{session.categories.find(page.category)?.path}</span>}
              <span>{text.publishedAs(page.edition, asMoment(page.publishedAt))}</span>
            </p>
            <div lang={page.language}>
              <ArticleText text={page.body} />
            </div>
          </article>
        )}
      </Loading>
    </>
  )
}

/** The way back to the list. */
export const ToAll = () => (
  <p>
    <a class="back-link" href={linkTo({ at: 'knowledge', article: null, how: 'read' })}>
      <ArrowLeft aria-hidden="true" size={16} /> {laterWords.knowledge.back}
    </a>
  </p>
)

/** What is said of an article that is not there for this reader. */
export const Gone = ({ text }: { text: string }) => (
  <>
    <ToAll />
    <p>{text}</p>
  </>
)
