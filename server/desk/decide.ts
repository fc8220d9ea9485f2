import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import { refuse } from '../../shared/refusal.ts'
import { visibleTo } from './access.ts'
import { advise, askAdvice } from './advising.ts'
import { logCall, undoCall } from './calls.ts'
import { goAbsent, lose, tick } from './clock-acts.ts'
import { rate, reopen } from './closing.ts'
import { askConsent, endConsent, giveConsent, refuseConsent } from './consenting.ts'
import { askIn, escalate, recallWork, releaseWork, returnWork, takeWork } from './escalating.ts'
import { handOver } from './handing-over.ts'
import { askPerson, bringNews, joinIncident, leaveIncident, sayMeToo } from './incidents.ts'
import { answerArticle, sendArticle } from './knowledge/article-acts.ts'
import { addStep, answerStep, beStuck, logStep, skipStep, startGuide, stepBack, stopGuide, unlogStep } from './knowledge/guiding.ts'
import { keepFor } from './line/keeping.ts'
import { accept, decline, offer, take, takeOver, withdrawal } from './line/offering.ts'
import { end, leave, leaveMessage, open } from './opening.ts'
import type { DeskView, Step } from './ports.ts'
import { keepPromise, promise, withdrawPromise } from './promising.ts'
import { awaitNext, hold, join, note, resume, say, stepOut, transfer } from './talking.ts'
import { link, merge, refuseMerged, unlink, unmerge } from './tickets/linking.ts'
import { classify, progress, resolve } from './tickets/ticketing.ts'
import { whisper } from './whispering.ts'

/** May this person do this now, and what does it leave in the timeline? Pure: the same question has the same answer. */
export function decide(existing: Conversation | null, { conversation: named, who, act, id }: Step, desk: DeskView): Trace[] {
  if (act.kind === 'open') {
    if (id !== named) refuse('malformed')
    return act.incident ? sayMeToo(existing, named, who, act, desk) : open(existing, named, who, act, desk)
  }
  if (act.kind === 'log-call') return id === named ? logCall(existing, who, act, id, desk) : refuse('malformed')
  if (act.kind === 'bring-news') return bringNews(existing ?? refuse('not-found'), act)
  const conversation = visibleTo(who, existing)
  if (who.kind === 'clock') {
    switch (act.kind) {
      case 'offer':
        return offer(conversation, act, desk)
      case 'keep-for':
        return keepFor(conversation, act, desk)
      case 'lose':
        return lose(conversation, act)
      case 'withdraw':
        return conversation.offer?.id === act.offer ? withdrawal(conversation, 'agent-away') : []
      case 'absent':
      case 'present':
        return goAbsent(conversation, act.kind === 'absent')
      case 'tick':
        return tick(conversation, desk)
      default:
        return refuse('not-allowed')
    }
  }
  refuseMerged(conversation, act.kind)
  switch (act.kind) {
    case 'say':
      return say(conversation, who, act, desk)
    case 'note':
      return note(conversation, who, act, desk)
    case 'ask-advice':
      return askAdvice(conversation, who, act, id ?? '', desk)
    case 'advise':
      return advise(conversation, who, act)
    case 'whisper':
      return whisper(conversation, who, act)
    case 'leave':
      return leave(conversation, who)
    case 'leave-message':
      return leaveMessage(conversation, who, act, desk)
    case 'link':
      return link(conversation, who, act, desk)
    case 'unlink':
      return unlink(conversation, who, act)
    case 'merge':
      return merge(conversation, who, act, desk)
    case 'unmerge':
      return unmerge(conversation, who)
    case 'join-incident':
      return joinIncident(conversation, who, act, desk)
    case 'leave-incident':
      return leaveIncident(conversation, who)
    case 'ask-person':
      return askPerson(conversation, who, desk)
    case 'accept':
      return accept(conversation, who, act, desk)
    case 'decline':
      return decline(conversation, who, act, desk)
    case 'take':
      return take(conversation, who, desk)
    case 'take-over':
      return takeOver(conversation, who, desk)
    case 'join':
      return join(conversation, who)
    case 'step-out':
      return stepOut(conversation, who)
    case 'transfer':
      return transfer(conversation, who, act, desk)
    case 'hold':
      return hold(conversation, who, act, desk)
    case 'await':
      return awaitNext(conversation, who, act)
    case 'resume':
      return resume(conversation, who)
    case 'escalate':
      return escalate(conversation, who, act, id ?? '', desk)
    case 'ask-in':
      return askIn(conversation, who, act, id ?? '', desk)
    case 'take-work':
      return takeWork(conversation, who, desk)
    case 'release-work':
      return releaseWork(conversation, who, desk)
    case 'return-work':
      return returnWork(conversation, who, act, desk)
    case 'recall-work':
      return recallWork(conversation, who, desk)
    case 'promise':
      return promise(conversation, who, act, desk)
    case 'keep-promise':
      return keepPromise(conversation, who)
    case 'withdraw-promise':
      return withdrawPromise(conversation, who)
    case 'hand-over':
      return handOver(conversation, who, act, desk)
    case 'end':
      return end(conversation, who)
    case 'reopen':
      return reopen(conversation, who, desk)
    case 'rate':
      return rate(conversation, who, act)
    case 'start-guide':
      return startGuide(conversation, who, act, id, desk)
    case 'answer-step':
      return answerStep(conversation, who, act)
    case 'skip-step':
      return skipStep(conversation, who, act)
    case 'step-back':
      return stepBack(conversation, who, act)
    case 'be-stuck':
      return beStuck(conversation, who, act)
    case 'add-step':
      return addStep(conversation, who, act)
    case 'stop-guide':
      return stopGuide(conversation, who, act)
    case 'send-article':
      return sendArticle(conversation, who, act)
    case 'answer-article':
      return answerArticle(conversation, who, act)
    case 'log-step':
      return logStep(conversation, who, act)
    case 'unlog-step':
      return unlogStep(conversation, who, act)
    case 'ask-consent':
      return askConsent(conversation, who, act, id, desk)
    case 'give-consent':
      return giveConsent(conversation, who, act)
    case 'refuse-consent':
      return refuseConsent(conversation, who, act)
    case 'end-consent':
      return endConsent(conversation, who, act)
    case 'undo-call':
      return undoCall(conversation, who, desk)
    case 'classify':
      return classify(conversation, who, act, desk)
    case 'resolve':
      return resolve(conversation, who, act, desk)
    case 'progress':
      return progress(conversation, who, act, desk)
    default:
      return refuse('not-allowed')
  }
}
