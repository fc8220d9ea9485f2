import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import type { Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { refuse } from '../../shared/refusal.ts'
import { may } from './access.ts'
import type { DeskView } from './ports.ts'

const day = 24 * 3600_000

/** It was not over after all. Back to whoever had it if he is there, else to the line, or left as a message where nobody is. */
export function reopen(conversation: Conversation, who: Who, desk: DeskView): Trace[] {
  if (conversation.status !== 'ended') return conversation.status === 'unrouted' ? refuse('not-ended') : []
  if (desk.openOf(conversation.requester).chat) refuse('already-open')
  if (who.kind === 'agent') return reopenedBy(conversation, who, desk)
  const ended = Date.parse(conversation.endedAt ?? conversation.changedAt)
  if (desk.now.getTime() - ended > desk.settings.reopenDays * day) refuse('too-old-to-reopen')
  const owner = conversation.ticket.communicationOwner
  const agent = owner ? desk.agent(owner) : null
  if (agent?.here && !agent.disabled && desk.standing(agent.id)?.wish === 'available') {
    return [{ kind: 'reopened' }, { kind: 'assigned', agent: agent.id, how: 'reopen', body: { name: agent.name } }]
  }
  const team = desk.team(conversation.team)
  if (!(team?.open && desk.attended(team.id))) return [{ kind: 'reopened' }, { kind: 'message-left', why: 'nobody-here' }]
  return [{ kind: 'reopened' }, { kind: 'queued', team: conversation.team, why: 'reopened' }]
}

function reopenedBy(conversation: Conversation, who: Who & { kind: 'agent' }, desk: DeskView): Trace[] {
  if (!may(who, 'take', conversation)) refuse('not-allowed')
  const standing = desk.standing(who.id)
  if (!standing || standing.load >= standing.capacity) refuse('at-capacity')
  return [{ kind: 'reopened' }, { kind: 'assigned', agent: who.id, how: 'reopen', body: { name: who.name } }]
}

/** How it was, from the one who knows. Once per ending. */
export function rate(conversation: Conversation, who: Who, act: Act & { kind: 'rate' }): Trace[] {
  if (who.kind !== 'requester') refuse('not-allowed')
  if (conversation.status !== 'ended') refuse('not-ended')
  if (conversation.rated) return []
  return [{ kind: 'rated', stars: act.stars, body: act.comment ? { comment: act.comment } : null }]
}

/** What the ticket is about and how much it presses. */
export function classify(conversation: Conversation, who: Who, act: Act & { kind: 'classify' }): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'classify', conversation)) refuse('not-allowed')
  const { category, impact, urgency, subject } = act
  return [
    {
      kind: 'classified',
      ...(category !== undefined && { category: category || null }),
      ...(impact && { impact }),
      ...(urgency && { urgency }),
      body: subject ? { subject } : null,
    },
  ]
}

/** The wrap-up: what solved it. Resolving what still runs ends it first. */
export function resolve(conversation: Conversation, who: Who, { code, resolution }: Act & { kind: 'resolve' }): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'resolve', conversation)) refuse('not-allowed')
  if (conversation.status === 'waiting') refuse('not-active')
  const resolved: Trace = { kind: 'resolved', code, body: resolution ? { resolution } : null }
  if (conversation.status === 'ended') return [resolved]
  if (conversation.status !== 'unrouted' && !may(who, 'end', conversation)) refuse('not-owner')
  return [{ kind: 'ended', why: 'agent' }, resolved]
}
