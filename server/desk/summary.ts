import type { Conversation } from '../../shared/conversation.ts'
import type { Summary } from '../../shared/protocol/line.ts'

/** A conversation as lists show it. */
export function summaryOf(conversation: Conversation): Summary {
  const { id, number, status, requester, requesterName, verified, team, topic, agent, joined, ticket } = conversation
  const { waitingSince, unansweredSince, absentSince, offer, last, changedAt } = conversation
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
    ticketStatus: ticket.status,
    waitingSince,
    unansweredSince,
    absent: absentSince !== null,
    offer,
    lastPublic: last.public,
    changedAt,
  }
}

/** Whether lists of a whole team show it differently now. What was said is not among that: its readers follow the timeline. */
export function listsDiffer(before: Conversation | null, after: Conversation): boolean {
  return !before || standing(before) !== standing(after)
}

function standing(conversation: Conversation) {
  const { lastPublic, unansweredSince, changedAt, ...shown } = summaryOf(conversation)
  return JSON.stringify(shown)
}
