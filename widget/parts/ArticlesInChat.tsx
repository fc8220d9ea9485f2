import type { SentArticle } from '../../shared/article-use.ts'
import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Entry } from '../../shared/entry.ts'
import type { Act } from '../../shared/protocol.ts'
import { textOf } from '../../shared/ui/text.ts'
import { words } from '../article-words.ts'
import { useArticle } from '../models/reading.ts'
import type { Visit } from '../models/visit.ts'
import { ArticleSheet } from './ArticleSheet.tsx'
import { BookOpen } from './article-icons.tsx'

export interface ArticlesInChatProps {
  visit: Visit
  chat: RequesterChat
  act(act: Act): void
}

const mostShown = 3

/** The articles that an agent sent, the latest of them, to be read and answered. */
export function ArticlesInChat({ visit, chat, act }: ArticlesInChatProps) {
  const reading = useArticle(visit)
  const sent = sentIn(chat.entries.value).slice(-mostShown)
  if (sent.length === 0) return null
  const answer = (article: string, helped: boolean) => {
    reading.close()
    act({ kind: 'answer-article', article, helped })
  }
  return (
    <section class="card rows fitting" aria-label={words.sent}>
      <ul>
        {sent.map(({ article, title, helped }) => (
          <li key={article}>
            <button type="button" aria-label={words.read(textOf(title))} onClick={() => reading.open(article)}>
              <BookOpen size={16} aria-hidden="true" />
              <span class="what">
                <b>{textOf(title)}</b>
                {helped === null ? null : <small>{helped ? words.saidYes : words.saidNo}</small>}
              </span>
            </button>
            {helped === null ? (
              <div class="row">
                <button type="button" class="button small" onClick={() => answer(article, true)}>
                  {words.helped}
                </button>
                <button type="button" class="button small" onClick={() => answer(article, false)}>
                  {words.didNotHelp}
                </button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {reading.id ? (
        <ArticleSheet reading={reading} yes={words.helped} judge={(helped) => reading.id && answer(reading.id, helped)} />
      ) : null}
    </section>
  )
}

/** The latest last, each once. Folded here, since every chat would fetch what is shared with the desk. */
function sentIn(entries: readonly Entry[]): SentArticle[] {
  const sent = new Map<string, SentArticle>()
  for (const entry of entries) {
    if (entry.kind === 'article-sent') {
      const { article, edition, body } = entry
      sent.delete(article)
      sent.set(article, { article, edition, title: body?.title ?? '', helped: null })
    }
    if (entry.kind !== 'article-answered') continue
    const one = sent.get(entry.article)
    if (one) sent.set(one.article, { ...one, helped: entry.helped })
  }
  return [...sent.values()]
}
