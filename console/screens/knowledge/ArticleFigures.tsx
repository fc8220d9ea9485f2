import { useState } from 'preact/hooks'
import type { ArticleMisses, ArticleFigures as Figures } from '../../../shared/protocol/article-use.ts'
import { ticketLabel } from '../../../shared/ticket.ts'
import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'
import { Loading } from '../../parts/Loading.tsx'
import { linkTo } from '../../router.ts'
import { ToAll } from './ArticlePage.tsx'

/** A figure that was pressed: the tickets behind it are shown. */
interface Shown {
  what: string
  tickets: readonly number[]
}

/** What became of articles, which tickets stand behind each number, and what was looked for in vain. */
export function ArticleFigures({ session }: { session: Session }) {
  const figures = useAsked(session.connection, 'articles:figures', {})
  const list = useAsked(session.connection, 'articles:list', {})
  const text = laterWords.knowledge
  const titles = new Map(list.answer?.articles.map(({ id, title }) => [id, title]))
  return (
    <>
      <ToAll />
      <h1>{text.figures}</h1>
      <Loading from={figures}>
        {({ days, articles, missed }) => (
          <>
            <p class="hint">{text.figuresHint(days)}</p>
            {articles.length === 0 ? (
              <p class="empty">{text.noFigures}</p>
            ) : (
              <Used articles={articles} titleOf={(id) => titles.get(id) ?? '…'} />
            )}
            <Missed missed={missed} />
          </>
        )}
      </Loading>
    </>
  )
}

function Used({ articles, titleOf }: { articles: readonly Figures[]; titleOf: (article: string) => string }) {
  const text = laterWords.knowledge
  const [shown, show] = useState<Shown | null>(null)
  return (
    <>
      <div class="table-room">
        <table class="stacks">
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <th scope="col" class="right">
                {text.opened}
              </th>
              <th scope="col" class="right">
                {text.inserted}
              </th>
              <th scope="col" class="right">
                {text.sent}
              </th>
              <th scope="col" class="right">
                {text.helped}
              </th>
              <th scope="col" class="right">
                {text.didNotHelp}
              </th>
            </tr>
          </thead>
          <tbody>
            {articles.map(({ article, opened, inserted, sent, helped, helpedAlone, didNotHelp, didNotHelpAlone }) => {
              const title = titleOf(article)
              const figure = (what: string, tickets: readonly number[], alone = 0) => (
                <Figure shown={{ what: `${title}: ${what}`, tickets }} alone={alone} show={show} />
              )
              return (
                <tr key={article}>
                  <td class="wrap grow">
                    <a href={linkTo({ at: 'knowledge', article, how: 'read' })}>{title}</a>
                  </td>
                  <td class="num right" data-label={text.opened}>
                    {opened}
                  </td>
                  <td class="num right" data-label={text.inserted}>
                    {inserted}
                  </td>
                  <td class="num right" data-label={text.sent}>
                    {figure(text.sent, sent)}
                  </td>
                  <td class="num right" data-label={text.helped}>
                    {figure(text.helped, helped, helpedAlone)}
                  </td>
                  <td class="num right" data-label={text.didNotHelp}>
                    {figure(text.didNotHelp, didNotHelp, didNotHelpAlone)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div role="status">
        {shown && (
          <>
            <h2>{shown.what}</h2>
            <p class="article-facts">
              {shown.tickets.map((number) => (
                <a key={number} href={linkTo({ at: 'ticket', number })}>
                  {ticketLabel(number)}
                </a>
              ))}
            </p>
          </>
        )}
      </div>
    </>
  )
}

function Figure({ shown, alone, show }: { shown: Shown; alone: number; show: (shown: Shown) => void }) {
  const count = shown.tickets.length
  return (
    <>
      {count === 0 ? (
        '0'
      ) : (
        <button type="button" class="link" aria-label={laterWords.knowledge.tickets(shown.what, count)} onClick={() => show(shown)}>
          {count}
        </button>
      )}
      {alone > 0 && <small>{laterWords.knowledge.alone(alone)}</small>}
    </>
  )
}

function Missed({ missed: { words, requests } }: { missed: ArticleMisses }) {
  const text = laterWords.knowledge
  return (
    <>
      <section>
        <h2>{text.missedWords}</h2>
        {words.length === 0 ? (
          <p class="hint">{text.nothingMissed}</p>
        ) : (
          <ul class="missed">
            {words.map((one) => (
              <li key={one.words}>
                <b>{one.words}</b>{' '}
                <small>
                  {text.agents(one.agents)}, {asMoment(one.at)}
                </small>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{text.missedRequests}</h2>
        {requests.length === 0 ? (
          <p class="hint">{text.nothingMissed}</p>
        ) : (
          <ul class="missed">
            {requests.map(({ number, subject, at }) => (
              <li key={number}>
                <a href={linkTo({ at: 'ticket', number })}>{ticketLabel(number)}</a> {subject} <small>{asMoment(at)}</small>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
