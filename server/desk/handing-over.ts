import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import { dutiesOf } from '../../shared/hand-over.ts'
import type { Who } from '../../shared/people.ts'
import { refuse } from '../../shared/refusal.ts'
import type { AgentView, ClockAct, DeskView } from './ports.ts'

/**
 * A colleague accepted what `who` offered him at the end of his shift. Nothing is left where it is not his any more. Whether the
 * colleague has a free place is not asked: he said himself that he takes it.
 */
export function handOver(conversation: Conversation, who: Who, { agent, line }: ClockAct & { kind: 'hand-over' }, desk: DeskView): Trace[] {
  if (who.kind !== 'agent' || agent === who.id) refuse('not-allowed')
  const taker = desk.agent(agent)
  if (!taker || taker.disabled || !desk.standing(agent)) refuse('no-such-agent')
  if (dutiesOf(who.id, conversation).length === 0) return []
  return conversation.ticket.communicationOwner === who.id
    ? [...talkTo(taker, conversation, line), ...workTo(taker, conversation, who.id)]
    : [{ kind: 'noted', to: taker.id, body: { text: line || '–' } }, ...workTo(taker, conversation, who.id)]
}

/** While people talk, the requester is told who goes on; what rests goes on resting. Afterwards the ticket alone changes hands. */
function talkTo(taker: AgentView, { agent, status, hold }: Conversation, line: string): Trace[] {
  const handed = { to: { agent: taker.id }, how: 'hand-over', body: line ? { comment: line } : null } as const
  if (status !== 'active' && status !== 'held') return [{ kind: 'reassigned', from: agent, ...handed }]
  const traces: Trace[] = [
    { kind: 'transferred', from: agent, ...handed },
    { kind: 'assigned', agent: taker.id, how: 'transfer', body: { name: taker.name } },
  ]
  if (status === 'held') traces.push(restsOn(hold))
  return traces
}

const restsOn = (hold: Conversation['hold']): Trace => ({
  kind: 'held',
  ...(hold?.until && { until: hold.until }),
  body: hold?.reason ? { reason: hold.reason } : null,
})

function workTo(taker: AgentView, { ticket: { escalation, workOwner } }: Conversation, from: string): Trace[] {
  if (!escalation || workOwner !== from) return []
  return [{ kind: 'work-passed', team: escalation.team, agent: taker.id, body: { name: taker.name } }]
}
