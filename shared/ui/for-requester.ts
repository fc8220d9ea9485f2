import type { Entry } from '../entry.ts'
import { ticketLabel } from '../ticket.ts'
import type { NameOf } from './lines.ts'
import { textOf } from './text.ts'
import { momentFrom, weekdayTimeOf } from './times.ts'
import { words } from './words.ts'

/** What happened, told to the requester himself; null where there is nothing to say. */
export function tellRequester(entry: Entry, nameOf: NameOf): string | null {
  const { told } = words
  switch (entry.kind) {
    case 'opened':
      return told.opened(ticketLabel(entry.number))
    case 'assigned':
      return (['offer', 'take', 'call'].includes(entry.how) ? told.helps : told.takesOver)(nameOf(entry.agent))
    case 'joined':
      return told.joined(nameOf(entry.agent))
    case 'stepped-out':
      return told.steppedOut(nameOf(entry.agent))
    case 'queued':
      return told.queued[entry.why]
    case 'held':
      return heldIn(entry)
    case 'resumed':
      return told.resumed
    case 'nudged':
      return told.nudged
    case 'message-left':
      return entry.callBack ? told.callBack : told.messageBecause[entry.why]
    case 'abandoned':
      return told.abandoned
    case 'ended':
      // It was over before it was written down.
      if (entry.why === 'call') return null
      return entry.why === 'agent' ? told.endedBy(nameOf(entry.by)) : told.endedBecause[entry.why]
    case 'reopened':
      return told.reopened
    case 'work-passed':
      return workPassed(entry)
    case 'promised':
      return told.promised(nameOf(entry.by), momentFrom(entry.until, entry.at), textOf(entry.body?.text))
    case 'promise-withdrawn':
      return told.promiseWithdrawn
    case 'rated':
      return told.rated(entry.stars)
    case 'resolved':
      return told.resolved(textOf(entry.body?.resolution))
    case 'closed':
      return told.closed
    case 'incident-joined':
      return told.incidentJoined(textOf(entry.body?.title))
    case 'article-sent':
      return told.articleSent(nameOf(entry.by), textOf(entry.body?.title))
    case 'incident-news':
      return told.incidentNews(textOf(entry.body?.title))
    case 'merged':
      return told.merged(ticketLabel(entry.number))
    default:
      return silentOn(entry.kind)
  }
}

/** What is not told to requesters, or told elsewhere: a list for the compiler alone, which no browser loads. */
type Untold =
  | 'unmerged'
  | 'unlinked'
  | 'incident-left'
  | 'guide-started'
  | 'step-taken'
  | 'step-back'
  | 'step-added'
  | 'guide-stuck'
  | 'guide-ended'
  | 'told'
  | 'call-undone'
  | 'consent-asked'
  | 'consent-given'
  | 'consent-refused'
  | 'consent-ended'
  | 'article-answered'
  | 'tried'
  | 'untried'
  | 'said'
  | 'escalated'
  | 'asked-in'
  | 'ask-over'
  | 'work-returned'
  | 'work-recalled'
  | 'promise-kept'
  | 'promise-near'
  | 'promise-broken'
  | 'target-near'
  | 'target-missed'
  | 'noted'
  | 'offered'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'transferred'
  | 'lost'
  | 'went-absent'
  | 'kept-for'
  | 'widened'
  | 'favoured'
  | 'came-back'
  | 'classified'
  | 'progressed'
  | 'reassigned'
  | 'linked'
  | 'spent'
  | 'logged'
  | 'awaited'
  | 'warned'

const silentOn = (_kind: Untold) => null

/** Who works on it is told; that it came back is the desk's own affair. */
function workPassed({ team, agent, body }: Extract<Entry, { kind: 'work-passed' }>) {
  const name = textOf(body?.name)
  return team && name ? words.told[agent ? 'worksOn' : 'sentTo'](name) : null
}

function heldIn({ until, body }: Extract<Entry, { kind: 'held' }>) {
  return words.told.held(textOf(body?.reason), until ? weekdayTimeOf(until) : '')
}
