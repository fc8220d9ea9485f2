import type { Conversation } from '../../shared/conversation.ts'
import type { Destination, Trace } from '../../shared/entry.ts'
import type { Helping, Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { hasRoom } from '../../shared/queue.ts'
import { refuse } from '../../shared/refusal.ts'
import { may, reachOf } from './access.ts'
import { writtenBy } from './attaching.ts'
import { withdrawal } from './line/offering.ts'
import { mentionedIn } from './mentioning.ts'
import type { DeskView } from './ports.ts'
import { isOpen, keptBySaying } from './promising.ts'

/**
 * A line that everybody sees. A requester may write as long as the conversation is open; agents once it is theirs, and after its
 * end as long as there is something to tell of its ticket.
 */
export function say(conversation: Conversation, who: Who, act: Act & { kind: 'say' }, desk: DeskView): Trace[] {
  if (conversation.status === 'ended' && !(who.kind === 'agent' && isOpen(conversation))) refuse('already-ended')
  const said = (): Trace => ({ kind: 'said', body: writtenBy(who, act, 'public', conversation, desk) })
  if (who.kind === 'requester') return conversation.status === 'held' ? [said(), { kind: 'resumed' }] : [said()]
  if (who.kind !== 'agent') refuse('not-owner')
  if (!isHandled(conversation)) return [...news(conversation, who, said), ...keptBySaying(conversation)]
  if (!may(who, 'speak', conversation)) refuse('not-owner')
  return [said(), ...keptBySaying(conversation)]
}

/** Nobody talks: the owners of the ticket write what there is to tell, and those above them. */
function news(conversation: Conversation, who: Helping, said: () => Trace): Trace[] {
  const { status, ticket } = conversation
  const isOwner = who.id === ticket.communicationOwner || who.id === ticket.workOwner
  if (!isOwner && (who.role === 'agent' || !ticket.communicationOwner)) refuse('not-owner')
  return status !== 'waiting' && isOpen(conversation) ? [said()] : refuse('not-active')
}

/** A line that agents alone see, at any time. */
export function note(conversation: Conversation, who: Who, act: Act & { kind: 'note' }, desk: DeskView): Trace[] {
  agentWho(who, 'note', conversation)
  const written = writtenBy(who, act, 'internal', conversation, desk)
  const named = mentionedIn(conversation, who, act, desk)
  return [named ? { kind: 'noted', mentions: named.ids, body: { ...written, as: named.as } } : { kind: 'noted', body: written }]
}

/** Nothing happens for now, for a reason both know. */
export function hold(
  conversation: Conversation,
  who: Who,
  { reason, until }: Omit<Act & { kind: 'hold' }, 'kind'>,
  { now }: DeskView,
): Trace[] {
  speakerOf(conversation, who)
  if (conversation.status === 'held') refuse('already-held')
  if (conversation.status !== 'active') refuse('not-active')
  if (until && Date.parse(until) <= now.getTime()) refuse('malformed')
  return [{ kind: 'held', ...(until && { until: new Date(until).toISOString() }), body: reason ? { reason } : null }]
}

/** The agent knows better than who spoke last whose turn it is: "one moment" is no question, and "I will try" no request. */
export function awaitNext(conversation: Conversation, who: Who, { of }: Act & { kind: 'await' }): Trace[] {
  speakerOf(conversation, who)
  if (conversation.status !== 'active') refuse('not-active')
  return conversation.silence?.of === of ? [] : [{ kind: 'awaited', of }]
}

/** It goes on. */
export function resume(conversation: Conversation, who: Who): Trace[] {
  speakerOf(conversation, who)
  if (conversation.status !== 'held') refuse('not-held')
  return [{ kind: 'resumed' }]
}

/** A supervisor sits down beside the owner and may speak; the requester is told. */
export function join(conversation: Conversation, who: Who): Trace[] {
  const agent = agentWho(who, 'join', conversation)
  if (!isHandled(conversation)) refuse('not-active')
  if (conversation.agent === agent.id || conversation.joined.includes(agent.id)) refuse('already-joined')
  return [{ kind: 'joined', agent: agent.id, body: { name: agent.name } }]
}

/** Who joined leaves again. */
export function stepOut(conversation: Conversation, who: Who): Trace[] {
  if (!conversation.joined.includes(who.id)) return []
  return [{ kind: 'stepped-out', agent: who.id }]
}

/** Hands the requester to a colleague, or back to a line at his original age. The comment is for colleagues. */
export function transfer(conversation: Conversation, who: Who, { to, comment }: Act & { kind: 'transfer' }, desk: DeskView): Trace[] {
  if (who.kind !== 'agent') refuse('not-allowed')
  if (conversation.status === 'ended' || conversation.status === 'unrouted') return reassign(conversation, who, { to, comment }, desk)
  if (conversation.status === 'waiting') {
    if (!may(who, 'take', conversation)) refuse('not-allowed')
  } else {
    if (!isHandled(conversation)) refuse('not-active')
    if (!may(who, 'transfer', conversation)) refuse('not-owner')
  }
  const transferred: Trace = { kind: 'transferred', from: conversation.agent, to, body: comment ? { comment } : null }
  const before = withdrawal(conversation, 'moved')
  return [...before, transferred, 'team' in to ? toTeam(conversation, to.team, desk) : toAgent(conversation, to.agent, desk)]
}

/** Nobody talks, so nobody need be there: the ticket alone changes hands. */
function reassign(
  conversation: Conversation,
  who: Helping,
  { to, comment }: { to: Destination; comment: string },
  desk: DeskView,
): Trace[] {
  if (!may(who, 'assign', conversation)) refuse('not-owner')
  const { ticket } = conversation
  if ('team' in to) {
    if (!desk.team(to.team)) refuse('no-such-team')
    if (ticket.team === to.team && !ticket.communicationOwner && !ticket.workOwner) refuse('same-place')
  } else {
    const agent = desk.agent(to.agent)
    if (!agent || agent.disabled) refuse('no-such-agent')
    if (ticket.communicationOwner === to.agent && ticket.workOwner === to.agent) refuse('same-place')
  }
  return [{ kind: 'reassigned', from: ticket.communicationOwner, to, body: comment ? { comment } : null }]
}

function toTeam(conversation: Conversation, team: string, desk: DeskView): Trace {
  if (!desk.team(team)) refuse('no-such-team')
  if (desk.routing(team).emergency) refuse('team-shut')
  if (conversation.status === 'waiting' && conversation.team === team) refuse('same-place')
  return { kind: 'queued', team, why: 'transferred' }
}

function toAgent(conversation: Conversation, id: string, desk: DeskView): Trace {
  const agent = desk.agent(id)
  const standing = desk.standing(id)
  if (!agent || agent.disabled || !standing) refuse('no-such-agent')
  if (conversation.agent === id) refuse('same-place')
  if (!agent.here || standing.wish !== 'available') refuse('agent-unavailable')
  if (!hasRoom(standing) && conversation.offer?.agent !== id) refuse('at-capacity')
  return { kind: 'assigned', agent: id, how: 'transfer', body: { name: agent.name } }
}

const isHandled = ({ status }: Conversation) => status === 'active' || status === 'held'

function speakerOf(conversation: Conversation, who: Who): Helping {
  if (who.kind !== 'agent') refuse('not-allowed')
  if (!may(who, 'speak', conversation)) refuse('not-owner')
  return who
}

function agentWho(who: Who, verb: 'note' | 'join', conversation: Conversation): Helping {
  if (who.kind !== 'agent' || reachOf(who, 'conversation', verb) === 'none' || !may(who, verb, conversation)) refuse('not-allowed')
  return who
}
