import type { ArticleContent } from '../../shared/article.ts'
import type { GuideContent, GuideStep } from '../../shared/guide.ts'
import type { TicketView } from '../../shared/protocol/ticket.ts'
import type { Recap } from '../../shared/recap.ts'
import { words as laterWords } from '../later-words.ts'
import { words } from '../words.ts'
import { emptyStep } from './guide-writing.ts'

/** A ticket of which something is to be written down for the next time. */
export interface Solved {
  view: Pick<TicketView, 'ticket' | 'requester'>
  recap: Pick<Recap, 'asked' | 'helped'>
  /** In which it is written, such as `en`. */
  language: string
  /** Lays masks over what is secret. */
  safe(text: string): string
}

/** What is known of a solved ticket, as an article to be gone over: nothing in it says whose it was. */
export function articleFrom(solved: Solved): ArticleContent {
  const { view, recap, language } = solved
  const { articles: titles } = laterWords
  const tell = telling(solved)
  const steps = view.ticket.steps ?? []
  const tried = steps.map(({ what, outcome, answer }) => {
    const how = [outcome === 'choice' ? '' : words.tickets.steps.outcomes[outcome], answer ?? ''].filter(Boolean).join(', ')
    return `- ${tell(what)}${how && ` (${tell(how)})`}`
  })
  const parts: [string, string][] = [
    [titles.problem, tell(recap.asked ?? view.ticket.subject)],
    [titles.tried, tried.join('\n')],
    [titles.solution, tell(view.ticket.resolution ?? recap.helped?.text ?? '')],
  ]
  const body = parts.flatMap(([title, text]) => (text ? [`## ${title}\n\n${text}`] : [])).join('\n\n')
  return { title: titleOf(solved), language, audience: 'internal', words: [], body }
}

/** The same as a guide: each step that was taken, and what solved it at its end. */
export function guideFrom(solved: Solved): GuideContent {
  const { ticket } = solved.view
  const tell = telling(solved)
  const taken = [...new Set((ticket.steps ?? []).map(({ what }) => tell(what)).filter(Boolean))]
  const resolution = tell(ticket.resolution ?? '')
  const titles = taken.length > 0 ? taken : [titleOf(solved)]
  const steps = titles.map((title, at): GuideStep => {
    const isLast = at === titles.length - 1
    const step = { ...emptyStep([]), id: `step-${at + 1}`, title: title.slice(0, longestTitle) }
    if (!isLast) return step
    // Whoever is not helped by it wants a person.
    const ways = { ...step.ways, 'did-not-help': 'person', cannot: 'person' } as const
    return { ...step, text: resolution === title ? '' : resolution.slice(0, longestStep), ways }
  })
  return { name: titleOf(solved).slice(0, longestName), language: solved.language, words: [], alone: false, steps }
}

const longestTitle = 160
const longestName = 80
const longestStep = 2000

const titleOf = (solved: Solved) => telling(solved)(solved.view.ticket.subject).slice(0, longestTitle) || laterWords.articles.untitled

/** Its words without what is secret, and without the name and the address of whoever asked. */
const telling =
  ({ view: { requester }, safe }: Solved) =>
  (text: string): string =>
    withoutPerson(safe(text), requester).trim()

function withoutPerson(text: string, { name, email }: { name: string; email: string | null }): string {
  const parts = name.split(/\s+/).filter((part) => part.length > 2)
  const person = [...(email ? [email] : []), name, ...parts].filter(Boolean)
  return person.reduce((left, one) => left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(one)}(?![\\p{L}\\p{N}])`, 'giu'), '…'), text)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
