import type { Conversation } from '../../shared/conversation.ts'
import type { Role } from '../../shared/people.ts'
import type { Speaker } from '../../shared/silence.ts'

/** What somebody may do with a conversation now. The server decides; this only keeps dead buttons off the screen. */
export interface Possible {
  reply: boolean
  /** Send the work to another team. */
  escalate: boolean
  takeWork: boolean
  releaseWork: boolean
  returnWork: boolean
  recallWork: boolean
  askIn: boolean
  /** Promise the requester the next news. */
  promise: boolean
  take: boolean
  transfer: boolean
  hold: boolean
  resume: boolean
  /** Say whose turn it is: the other side's than it seems to be. */
  turn: Speaker | null
  end: boolean
  takeOver: boolean
  join: boolean
  stepOut: boolean
  reopen: boolean
  wrapUp: boolean
}

/** What I may do with it now. */
export function possible(
  me: { id: string; role: Role; teams?: readonly string[] },
  { status, agent, joined, ticket, silence }: Conversation,
): Possible {
  const running = status === 'active' || status === 'held'
  const owns = agent === me.id
  const speaks = owns || joined.includes(me.id)
  const leads = me.role !== 'agent'
  const isOver = status === 'ended' || status === 'unrouted'
  const isOpen = ['new', 'in-progress', 'on-hold'].includes(ticket.status)
  const answers = ticket.communicationOwner === me.id || ticket.workOwner === me.id || (leads && ticket.communicationOwner !== null)
  return {
    reply: (running && speaks) || (isOver && isOpen && answers),
    escalate: isOpen && ticket.communicationOwner !== null && (running ? speaks || leads : isOver),
    ...workIn(me, { ticket }, running ? speaks || leads : isOver),
    promise: isOpen && (running ? speaks : isOver),
    take: status === 'waiting' || status === 'unrouted',
    transfer: running && (speaks || leads),
    hold: status === 'active' && speaks,
    resume: status === 'held' && speaks,
    turn: status === 'active' && speaks && silence ? (silence.of === 'agent' ? 'requester' : 'agent') : null,
    end: running && (speaks || leads),
    takeOver: running && leads && !owns,
    join: running && leads && !speaks,
    stepOut: running && !owns && speaks,
    reopen: status === 'ended',
    wrapUp: status === 'ended' && owns && isOpen,
  }
}

type OfWork = Pick<Possible, 'takeWork' | 'releaseWork' | 'returnWork' | 'recallWork' | 'askIn'>

/** What the team may do that the work was sent to, and whoever sent it. */
function workIn(
  me: { id: string; role: Role; teams?: readonly string[] },
  { ticket }: Pick<Conversation, 'ticket'>,
  mayTalk: boolean,
): OfWork {
  const { escalation, workOwner } = ticket
  const leads = me.role !== 'agent'
  const isTheirs = escalation ? leads || workOwner === me.id || (me.teams ?? []).includes(escalation.team) : false
  const mayActOn = isTheirs && (!workOwner || workOwner === me.id || leads)
  return {
    takeWork: isTheirs && (workOwner === null || (leads && workOwner !== me.id)),
    releaseWork: mayActOn && workOwner !== null,
    returnWork: mayActOn,
    recallWork: Boolean(escalation) && workOwner === null && mayTalk,
    askIn: Boolean(escalation) && mayTalk,
  }
}
