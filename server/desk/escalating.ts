import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import type { AskedIn } from '../../shared/escalation.ts'
import type { Helping, Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { hasRoom } from '../../shared/queue.ts'
import { refuse } from '../../shared/refusal.ts'
import { may } from './access.ts'
import type { Due } from './dues.ts'
import type { DeskView } from './ports.ts'
import { isOpen } from './promising.ts'

/** The work goes to another team, with what it must know. Who keeps talking to the requester stays who he was. */
export function escalate(conversation: Conversation, who: Who, act: Act & { kind: 'escalate' }, id: string, desk: DeskView): Trace[] {
  agentWhoTalks(conversation, who)
  if (!isOpen(conversation)) refuse('ticket-done')
  const { ticket } = conversation
  if (!ticket.communicationOwner) refuse('owner-needed')
  const team = desk.team(act.team) ?? refuse('no-such-team')
  if (team.id === conversation.team) refuse('own-team')
  if (ticket.escalation?.team === team.id && !ticket.workOwner) refuse('same-place')
  const passed: Trace[] = [
    { kind: 'escalated', team: team.id, body: act.brief },
    { kind: 'work-passed', team: team.id, agent: null, body: { name: team.name } },
  ]
  return [
    ...askOver(conversation, 'withdrawn'),
    ...passed,
    ...(act.agent ? [asks(conversation, { id, agent: act.agent, team: team.id }, desk)] : []),
  ]
}

/** "Will you come into this chat?" */
export function askIn(conversation: Conversation, who: Who, { agent }: Act & { kind: 'ask-in' }, id: string, desk: DeskView): Trace[] {
  agentWhoTalks(conversation, who)
  const { escalation } = conversation.ticket
  if (!escalation) refuse('not-escalated')
  if (escalation.asked?.agent === agent) return []
  return [...askOver(conversation, 'withdrawn'), asks(conversation, { id, agent, team: escalation.team }, desk)]
}

/** Whom the desk would give a chat now, and nobody else. The act's id is that of the asking. */
function asks(conversation: Conversation, { id, agent: whom, team }: { id: string; agent: string; team: string }, desk: DeskView): Trace {
  if (!isRunning(conversation)) refuse('not-active')
  const agent = desk.agent(whom)
  const standing = desk.standing(whom)
  if (!agent || agent.disabled || !standing || !agent.teams.includes(team)) refuse('no-such-agent')
  if (conversation.agent === whom || conversation.joined.includes(whom)) refuse('already-joined')
  if (!agent.here || standing.wish !== 'available') refuse('agent-unavailable')
  if (!hasRoom(standing)) refuse('at-capacity')
  const until = new Date(desk.now.getTime() + desk.routing(team).offerSeconds * 1000).toISOString()
  return { kind: 'asked-in', ask: id, agent: whom, until }
}

/** The specialist who was asked comes into the chat, and has the work. The requester is told who joined. */
export function comeIn(conversation: Conversation, who: Helping, asked: AskedIn, desk: DeskView): Trace[] {
  const { escalation } = conversation.ticket
  if (asked.agent !== who.id || !escalation || Date.parse(asked.until) <= desk.now.getTime()) refuse('offer-over')
  const standing = desk.standing(who.id)
  if (!standing || !hasRoom(standing)) refuse('at-capacity')
  return [
    { kind: 'ask-over', ask: asked.id, agent: who.id, how: 'joined' },
    { kind: 'joined', agent: who.id, body: { name: who.name } },
    { kind: 'work-passed', team: escalation.team, agent: who.id, body: { name: who.name } },
  ]
}

/** Not now: the work stays with the team. */
export const stayOut = (who: Helping, { id, agent }: AskedIn, reason: string): Trace[] =>
  agent === who.id ? [{ kind: 'ask-over', ask: id, agent, how: 'declined', ...(reason && { body: { reason } }) }] : refuse('offer-over')

/** Somebody of the team begins. Who is above them may take it from one who has it. */
export function takeWork(conversation: Conversation, who: Who, desk: DeskView): Trace[] {
  const agent = worker(conversation, who)
  const { ticket } = conversation
  const { escalation } = ticket
  if (!escalation) refuse('not-escalated')
  if (ticket.workOwner === agent.id) return []
  if (ticket.workOwner && agent.role === 'agent' && !desk.agent(ticket.workOwner)?.disabled) refuse('taken-by-other')
  const over = escalation.asked?.agent === agent.id ? askOver(conversation, 'withdrawn') : []
  return [...over, { kind: 'work-passed', team: escalation.team, agent: agent.id, body: { name: agent.name } }]
}

/** Back among the work of the team, for anybody of it. */
export function releaseWork(conversation: Conversation, who: Who, desk: DeskView): Trace[] {
  const agent = worker(conversation, who)
  const { escalation, workOwner } = conversation.ticket
  if (!escalation) refuse('not-escalated')
  if (!workOwner) return []
  if (workOwner !== agent.id && agent.role === 'agent') refuse('taken-by-other')
  const name = desk.team(escalation.team)?.name ?? ''
  return [{ kind: 'work-passed', team: escalation.team, agent: null, body: { name } }]
}

/** Back to whoever talks to the requester, with what is missing. */
export function returnWork(conversation: Conversation, who: Who, { missing }: Act & { kind: 'return-work' }, desk: DeskView): Trace[] {
  const agent = worker(conversation, who)
  const { escalation, workOwner } = conversation.ticket
  if (!escalation) refuse('not-escalated')
  if (workOwner && workOwner !== agent.id && agent.role === 'agent') refuse('taken-by-other')
  return [...askOver(conversation, 'withdrawn'), { kind: 'work-returned', body: { missing } }, back(conversation, desk)]
}

/** It was sent by mistake, or too early: as long as nobody has begun. */
export function recallWork(conversation: Conversation, who: Who, desk: DeskView): Trace[] {
  agentWhoTalks(conversation, who)
  const { escalation, workOwner } = conversation.ticket
  if (!escalation) return []
  if (workOwner) refuse('taken-by-other')
  return [...askOver(conversation, 'withdrawn'), { kind: 'work-recalled' }, back(conversation, desk)]
}

function back({ ticket: { communicationOwner } }: Conversation, desk: DeskView): Trace {
  const name = communicationOwner ? desk.agent(communicationOwner)?.name : undefined
  return { kind: 'work-passed', team: null, agent: communicationOwner, body: name ? { name } : null }
}

/** Whoever was asked has not answered. */
export function askDue({ ticket }: Conversation): Due | null {
  const asked = ticket.escalation?.asked
  if (!asked) return null
  return { at: Date.parse(asked.until), leaves: () => [{ kind: 'ask-over', ask: asked.id, agent: asked.agent, how: 'expired' }] }
}

function askOver({ ticket }: Conversation, how: 'withdrawn'): Trace[] {
  const asked = ticket.escalation?.asked
  return asked ? [{ kind: 'ask-over', ask: asked.id, agent: asked.agent, how }] : []
}

const isRunning = ({ status }: Conversation) => status === 'active' || status === 'held'

/** While people talk, whoever may hand the chat on; afterwards, whoever may give the ticket to somebody. */
function agentWhoTalks(conversation: Conversation, who: Who): Helping {
  if (who.kind !== 'agent') refuse('not-allowed')
  if (conversation.status === 'waiting') refuse('not-active')
  if (!may(who, isRunning(conversation) ? 'transfer' : 'assign', conversation)) refuse('not-owner')
  return who
}

/** One of the team that the work was sent to, or who stands above all. */
function worker(conversation: Conversation, who: Who): Helping {
  if (who.kind !== 'agent') refuse('not-allowed')
  const { escalation, workOwner } = conversation.ticket
  const isTheirs = workOwner === who.id || (escalation && who.teams.includes(escalation.team))
  if (!may(who, 'work', conversation) || !(isTheirs || who.role !== 'agent')) refuse('not-owner')
  return who
}
