import type { Conversation } from './conversation.ts'

/** What somebody owes in a conversation, the most pressing first. */
export const duties = ['promise', 'waits', 'held', 'chat', 'guide', 'work', 'sent', 'ticket'] as const
/**
 * `promise`: news by a time. `waits`: the requester waits for an answer. `held`: his chat rests. `chat`: people talk. `guide`: one runs.
 * `work`: it was sent to him. `sent`: another team works on it, and he keeps the requester informed. `ticket`: it is open.
 */
export type Duty = (typeof duties)[number]

/** What this agent owes here; nothing where it is not his, or done. */
export function dutiesOf(agent: string, { status, agent: owner, unansweredSince, guide, ticket }: Conversation): Duty[] {
  const { communicationOwner, workOwner, escalation, promise } = ticket
  if (!['new', 'in-progress', 'on-hold'].includes(ticket.status)) return []
  const worksForAnother = Boolean(escalation) && workOwner === agent
  if (communicationOwner !== agent) return worksForAnother ? ['work'] : []
  const talks = owner === agent && (status === 'active' || status === 'held')
  const is: Record<Duty, boolean> = {
    promise: Boolean(promise),
    waits: talks && status === 'active' && unansweredSince !== null,
    held: talks && status === 'held',
    chat: talks && status === 'active',
    guide: talks && Boolean(guide),
    work: worksForAnother,
    sent: Boolean(escalation) && !worksForAnother,
    ticket: !talks,
  }
  return duties.filter((duty) => is[duty])
}
