import type { Conversation } from '../../shared/conversation.ts'
import type { Summary } from '../../shared/protocol/line.ts'
import { shownTargets, type Timing } from './tickets/target-terms.ts'

/** A conversation as lists show it, with its clocks by the targets of today. */
export function summaryOf(conversation: Conversation, timing: Timing): Summary {
  const targets = shownTargets(conversation, timing)
  const { id, number, status, requester, requesterName, verified, team, topic, agent, joined, ticket } = conversation
  const { waitingSince, unansweredSince, silence = null, hold = null, absentSince, offer, last, changedAt, vip } = conversation
  return {
    id,
    number,
    status,
    subject: ticket.subject,
    requester: { id: requester, name: requesterName, verified },
    team,
    topic,
    agent,
    joined,
    priority: ticket.priority,
    ...(vip && { vip }),
    ticketStatus: ticket.status,
    waitingSince,
    unansweredSince,
    turn: silence,
    hold,
    owner: ticket.communicationOwner,
    worker: ticket.workOwner,
    workTeam: ticket.escalation?.team ?? null,
    returnedAt: ticket.returnedAt ?? null,
    asked: ticket.escalation?.asked ?? null,
    ...(targets.length > 0 && { targets }),
    promise: ticket.promise ?? null,
    ...(ticket.incident && { incident: ticket.incident }),
    absent: absentSince !== null,
    callBack: status === 'unrouted' && conversation.callBack === true,
    offer,
    lastPublic: last.public,
    changedAt,
  }
}

/** Whether lists of a whole team show it differently now. What was said is not among that: its readers follow the timeline. */
export function listsDiffer(before: Conversation | null, after: Conversation): boolean {
  if (!before) return true
  const [was, is] = [listed(before), listed(after)]
  return was.some((one, place) => one !== is[place]) && JSON.stringify(was) !== JSON.stringify(is)
}

/** What is known of its incident answers it, as far as anybody knows. */
const isAnswered = ({ status, ticket, unansweredSince }: Conversation) =>
  status === 'unrouted' && Boolean(ticket.incident) && unansweredSince === null

/** Its requester added something of his own to what many have: from now on it is a message to be answered. */
export const asksAnew = (before: Conversation | null, after: Conversation) => before !== null && isAnswered(before) && !isAnswered(after)

/** Whatever of a summary changes, but for what follows what was said. What did not change is still the same object. */
function listed(conversation: Conversation) {
  const { status, requesterName, verified, team, topic, agent, joined, ticket, waitingSince, absentSince, offer, silence, hold } =
    conversation
  const absent = absentSince !== null
  return [
    status,
    requesterName,
    verified,
    team,
    topic,
    agent,
    joined,
    ticket.subject,
    ticket.priority,
    ticket.status,
    waitingSince,
    absent,
    offer,
    hold ?? null,
    silence?.reached ?? null,
    conversation.clocks ?? null,
    ticket.promise ?? null,
    ticket.communicationOwner,
    ticket.workOwner,
    ticket.escalation ?? null,
    ticket.incident ?? null,
    isAnswered(conversation),
  ]
}
