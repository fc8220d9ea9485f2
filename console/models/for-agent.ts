import type { Entry } from '../../shared/entry.ts'
import { tellGuide } from '../../shared/guide-told.ts'
import { clockId } from '../../shared/people.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import type { NameOf } from '../../shared/ui/lines.ts'
import { textOf } from '../../shared/ui/text.ts'
import { momentFrom, weekdayTimeOf } from '../../shared/ui/times.ts'
import { words } from '../words.ts'
import { tellWork } from './tell-work.ts'

/** What happened, told to agents; null where there is nothing to say. What the clock did late says so. */
export function tellAgent(entry: Entry, nameOf: NameOf): string | null {
  const text = sentenceOf(entry, nameOf)
  return text && entry.late ? `${text} ${words.told.late(Math.round(entry.late / 60))}` : text
}

function sentenceOf(entry: Entry, nameOf: NameOf): string | null {
  const { told } = words
  const by = nameOf(entry.by)
  switch (entry.kind) {
    case 'opened':
      if (entry.channel === 'phone' || entry.channel === 'walk-up') return told.called[entry.channel](by, nameOf(entry.requester))
      return told.opened[entry.entrance === 'line' ? 'line' : 'message'](
        nameOf(entry.requester),
        ticketLabel(entry.number),
        nameOf(entry.team),
      )
    case 'assigned':
      // Whoever wrote it down is named above.
      if (entry.how === 'call') return null
      return told.assigned[entry.how](nameOf(entry.agent))
    case 'joined':
      return told.joined(nameOf(entry.agent))
    case 'stepped-out':
      return told.steppedOut(nameOf(entry.agent))
    case 'queued':
      return told.queued(nameOf(entry.team), told.queuedWhy[entry.why])
    case 'held':
      return entry.why === 'silent'
        ? told.heldSilent
        : told.held(by, textOf(entry.body?.reason), entry.until ? weekdayTimeOf(entry.until) : '')
    case 'resumed':
      return entry.by === clockId ? told.resumedByClock : told.resumed(by)
    case 'nudged':
      return told.nudged
    case 'awaited':
      return told.awaited[entry.of](by)
    case 'warned':
      return told.warned[entry.whom](nameOf(entry.agent))
    case 'message-left':
      return entry.callBack ? told.callBack : entry.why === 'wish' ? told.messageLeft : told.messageBecause[entry.why]
    case 'abandoned':
      return told.abandoned
    case 'told':
      return told.told(textOf(entry.body?.text))
    case 'consent-asked':
      return told.consent.asked[entry.wanted.what](by, entry.wanted.what === 'remote' ? entry.wanted.name : '')
    case 'consent-given':
      return told.consent.given(by, (entry.body?.report ?? []).map(({ label, text }) => `${label}: ${text}`).join(' · '))
    case 'consent-refused':
      return told.consent.refused(by)
    case 'consent-ended':
      return told.consent.ended(by, textOf(entry.body?.result))
    case 'call-undone':
      return told.callUndone(by)
    case 'ended':
      if (entry.why === 'call') return null
      return entry.why === 'silent' ? told.endedSilent : told.ended(by)
    case 'reopened':
      return told.reopened(by)
    case 'work-passed':
    case 'escalated':
    case 'asked-in':
    case 'ask-over':
    case 'work-returned':
    case 'work-recalled':
      return tellWork(entry, nameOf)
    case 'promised':
      return told.promised(by, momentFrom(entry.until, entry.at), textOf(entry.body?.text))
    case 'promise-kept':
      return told.promiseKept
    case 'promise-withdrawn':
      return told.promiseWithdrawn(by, momentFrom(entry.until, entry.at))
    case 'promise-near':
      return told.promiseNear(momentFrom(entry.until, entry.at))
    case 'promise-broken':
      return told.promiseBroken(momentFrom(entry.until, entry.at))
    case 'target-near':
      return told.targetNear(told.targets[entry.target], momentFrom(entry.until, entry.at))
    case 'target-missed':
      return told.targetMissed(told.targets[entry.target], momentFrom(entry.until, entry.at))
    case 'rated':
      return told.rated(entry.stars, textOf(entry.body?.comment))
    case 'resolved':
      return told.resolved(by, textOf(entry.body?.resolution))
    case 'closed':
      return told.closed
    case 'offered':
      return told.offered(nameOf(entry.agent))
    case 'declined':
      return told.declined(nameOf(entry.agent), textOf(entry.body?.reason))
    case 'expired':
      return told.expired(nameOf(entry.agent))
    case 'withdrawn':
      return told.withdrawn(nameOf(entry.agent))
    case 'transferred':
      return told.transferred(by, nameOf('team' in entry.to ? entry.to.team : entry.to.agent), textOf(entry.body?.comment))
    case 'lost':
      return told.lost[entry.why](nameOf(entry.agent))
    case 'kept-for':
      return told.keptFor(nameOf(entry.agent))
    case 'widened':
      return told.widened[entry.past]
    case 'favoured':
      return told.favoured
    case 'went-absent':
      return told.wentAbsent
    case 'came-back':
      return told.cameBack
    case 'classified':
      return told.classified(by)
    case 'progressed':
      return told.progressed[entry.status](by)
    case 'reassigned':
      return told.reassigned(by, nameOf('team' in entry.to ? entry.to.team : entry.to.agent), textOf(entry.body?.comment))
    case 'linked':
      return entry.as ? told.bound[entry.as](by) : told.linked(by)
    case 'unlinked':
      return told.unbound(by)
    case 'merged':
      return `${told.merged(ticketLabel(entry.number))} (${by})`
    case 'unmerged':
      return `${told.unmerged} (${by})`
    case 'spent':
      return told.spent(by, entry.minutes)
    case 'logged':
      return told.logged
    case 'incident-joined':
      return told.incidentJoined(textOf(entry.body?.title))
    case 'incident-left':
      return told.incidentLeft
    case 'incident-news':
      return told.incidentNews(textOf(entry.body?.title))
    case 'guide-started':
    case 'step-taken':
    case 'step-back':
    case 'step-added':
    case 'guide-stuck':
    case 'guide-ended':
      return `${tellGuide(entry, told.guide)} (${by})`
    case 'article-sent':
      return `${told.articleSent(textOf(entry.body?.title))} (${by})`
    case 'article-answered':
      return `${(entry.helped ? told.articleHelped : told.articleDidNotHelp)(textOf(entry.body?.title))} (${by})`
    case 'tried':
      return `${told.tried[entry.outcome](textOf(entry.body?.what))} (${by})`
    case 'untried':
    case 'said':
    case 'noted':
      return null
  }
}
