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
      return (entry.how === 'offer' || entry.how === 'take' || entry.how === 'call' ? told.helps : told.takesOver)(nameOf(entry.agent))
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
      if (entry.why === 'call') return null
      return entry.why === 'agent' ? told.endedBy(nameOf(entry.by)) : told.endedBecause[entry.why]
    case 'told':
      return told.told(textOf(entry.body?.text))
    case 'call-undone':
      return told.callUndone
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
    case 'incident-left':
    case 'guide-started':
    case 'step-taken':
    case 'step-back':
    case 'step-added':
    case 'guide-stuck':
    case 'guide-ended':
    case 'article-answered':
    case 'tried':
    case 'untried':
    case 'said':
    case 'escalated':
    case 'asked-in':
    case 'ask-over':
    case 'work-returned':
    case 'work-recalled':
    case 'promise-kept':
    case 'promise-near':
    case 'promise-broken':
    case 'target-near':
    case 'target-missed':
    case 'noted':
    case 'offered':
    case 'declined':
    case 'expired':
    case 'withdrawn':
    case 'transferred':
    case 'lost':
    case 'went-absent':
    case 'kept-for':
    case 'widened':
    case 'favoured':
    case 'came-back':
    case 'classified':
    case 'progressed':
    case 'reassigned':
    case 'linked':
    case 'spent':
    case 'logged':
    case 'awaited':
    case 'warned':
      return null
  }
}

/** Who works on it is told; that it came back is the desk's own affair. */
function workPassed({ team, agent, body }: Extract<Entry, { kind: 'work-passed' }>) {
  const name = textOf(body?.name)
  return team && name ? words.told[agent ? 'worksOn' : 'sentTo'](name) : null
}

function heldIn({ until, body }: Extract<Entry, { kind: 'held' }>) {
  return words.told.held(textOf(body?.reason), until ? weekdayTimeOf(until) : '')
}
