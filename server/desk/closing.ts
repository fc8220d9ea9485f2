import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import type { Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { hasRoom } from '../../shared/queue.ts'
import { refuse } from '../../shared/refusal.ts'
import { may } from './access.ts'
import { atTheDoor } from './line/crowding.ts'
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
  const door = atTheDoor(conversation.team, desk)
  if (door === 'closed') return [{ kind: 'reopened' }, { kind: 'message-left', why: 'nobody-here' }]
  return [{ kind: 'reopened' }, { kind: 'queued', team: conversation.team, why: 'reopened' }, ...(door ? [door] : [])]
}

function reopenedBy(conversation: Conversation, who: Who & { kind: 'agent' }, desk: DeskView): Trace[] {
  if (!may(who, 'take', conversation)) refuse('not-allowed')
  const standing = desk.standing(who.id)
  if (!standing || !hasRoom(standing)) refuse('at-capacity')
  return [{ kind: 'reopened' }, { kind: 'assigned', agent: who.id, how: 'reopen', body: { name: who.name } }]
}

/** How it was, from the one who knows. Once per ending. */
export function rate(conversation: Conversation, who: Who, act: Act & { kind: 'rate' }): Trace[] {
  if (who.kind !== 'requester') refuse('not-allowed')
  if (conversation.status !== 'ended') refuse('not-ended')
  if (conversation.rated) return []
  return [{ kind: 'rated', stars: act.stars, body: act.comment ? { comment: act.comment } : null }]
}
