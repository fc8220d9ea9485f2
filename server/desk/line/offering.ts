import type { Conversation } from '../../../shared/conversation.ts'
import type { InternalTrace, Trace } from '../../../shared/entry.ts'
import type { Named, Who } from '../../../shared/people.ts'
import type { Act } from '../../../shared/protocol/conversation.ts'
import { hasRoom, type Standing } from '../../../shared/queue.ts'
import { refuse } from '../../../shared/refusal.ts'
import { may } from '../access.ts'
import { comeIn, stayOut } from '../escalating.ts'
import type { ClockAct, DeskView } from '../ports.ts'
import { keptNoLonger } from './keeping.ts'
import { hasLetItGoBy, isPaced } from './routing.ts'

/** "Will you take this one?" It holds a place of the agent until it is over. */
export function offer(conversation: Conversation, act: ClockAct & { kind: 'offer' }, desk: DeskView): Trace[] {
  if (conversation.status !== 'waiting') refuse('not-waiting')
  if (conversation.offer) return []
  const agent = desk.agent(act.agent)
  if (!agent || agent.disabled || !agent.here || !agent.teams.includes(conversation.team)) refuse('agent-unavailable')
  const { assignment: how, offerSeconds, pacingSeconds, reofferAfterSeconds } = desk.routing(conversation.team)
  // He may have let it go by, or been given another, over another process, which whoever chose him could not know yet.
  if (hasLetItGoBy(act.agent, conversation.passedBy, desk.now, reofferAfterSeconds)) refuse('agent-unavailable')
  const standing = freePlaceOf(act.agent, desk, 'available')
  if (isPaced(standing.givenAt, desk.now, pacingSeconds)) refuse('agent-unavailable')
  const isGiven = how === 'automatic'
  const until = new Date(desk.now.getTime() + (isGiven ? 0 : offerSeconds * 1000)).toISOString()
  const offered: Trace = { kind: 'offered', offer: act.offer, agent: act.agent, until, why: act.why }
  return isGiven ? [offered, assignment(agent, 'automatic')] : [offered]
}

/** The agent takes what was offered to him. Too late is too late, and a second device changes nothing. */
export function accept(conversation: Conversation, who: Who, act: Act & { kind: 'accept' }, desk: DeskView): Trace[] {
  if (who.kind !== 'agent') refuse('not-allowed')
  const asked = conversation.ticket.escalation?.asked
  if (asked?.id === act.offer) return comeIn(conversation, who, asked, desk)
  if (conversation.agent === who.id) return []
  if (conversation.agent) refuse('taken-by-other')
  if (conversation.offer?.id !== act.offer || conversation.offer.agent !== who.id) refuse('offer-over')
  if (Date.parse(conversation.offer.until) <= desk.now.getTime()) refuse('offer-over')
  return [assignment(who, 'offer')]
}

/** Not this one, not now; the line goes on without him for a while. */
export function decline(conversation: Conversation, who: Who, act: Act & { kind: 'decline' }, desk: DeskView): Trace[] {
  if (who.kind !== 'agent') refuse('not-allowed')
  const asked = conversation.ticket.escalation?.asked
  if (asked?.id === act.offer) return stayOut(who, asked, act.reason)
  if (conversation.offer?.id !== act.offer || conversation.offer.agent !== who.id) refuse('offer-over')
  if (!act.reason && desk.routing(conversation.team).declineReasons.length > 0) refuse('reason-needed')
  const declined: Trace = { kind: 'declined', offer: act.offer, agent: who.id, body: act.reason ? { reason: act.reason } : null }
  return [declined, ...keptNoLonger(conversation, who.id)]
}

/** An agent picks a waiting conversation, or calls back on a message. One wins; the others are told. */
export function take(conversation: Conversation, who: Who, desk: DeskView): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'take', conversation)) refuse('not-allowed')
  if (conversation.agent === who.id && conversation.status !== 'ended') return []
  if (conversation.status !== 'waiting' && conversation.status !== 'unrouted') {
    refuse(conversation.status === 'ended' ? 'already-ended' : 'taken-by-other')
  }
  if (conversation.status === 'unrouted' && desk.openOf(conversation.requester).chat) refuse('already-open')
  if (conversation.offer?.agent !== who.id) freePlaceOf(who.id, desk)
  return [...withdrawal(conversation, 'taken', who.id), assignment(who, 'take')]
}

/** A supervisor takes a conversation from its owner; everybody sees that. */
export function takeOver(conversation: Conversation, who: Who, desk: DeskView): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'take-over', conversation)) refuse('not-allowed')
  if (conversation.agent === who.id) return []
  if (conversation.status !== 'active' && conversation.status !== 'held') refuse('not-active')
  freePlaceOf(who.id, desk)
  return [assignment(who, 'take-over')]
}

/** The offer that rings somewhere stops. For the one who takes it himself, it simply becomes his. */
export function withdrawal({ offer }: Conversation, why: (InternalTrace & { kind: 'withdrawn' })['why'], taker?: string): Trace[] {
  if (!offer || offer.agent === taker) return []
  return [{ kind: 'withdrawn', offer: offer.id, agent: offer.agent, why }]
}

function freePlaceOf(agent: string, desk: DeskView, wish?: 'available'): Standing {
  const standing = desk.standing(agent)
  if (!standing) refuse('no-such-agent')
  if (wish && standing.wish !== wish) refuse('agent-unavailable')
  if (!hasRoom(standing)) refuse('at-capacity')
  return standing
}

const assignment = ({ id, name }: Named, how: 'offer' | 'automatic' | 'take' | 'take-over' | 'reopen'): Trace => ({
  kind: 'assigned',
  agent: id,
  how,
  body: { name },
})
