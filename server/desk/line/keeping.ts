import type { Conversation } from '../../../shared/conversation.ts'
import type { InternalTrace, Trace } from '../../../shared/entry.ts'
import type { ClockAct, DeskView } from '../ports.ts'

/** Whoever knows the requester gets it first, for a while. Decided once in a wait: given up is given up. */
export function keepFor(conversation: Conversation, { agent, why }: ClockAct & { kind: 'keep-for' }, desk: DeskView): Trace[] {
  const { status, offer, keptFor, waitingSince, team } = conversation
  if (status !== 'waiting' || offer || keptFor !== undefined || !waitingSince) return []
  const until = new Date(Date.parse(waitingSince) + desk.routing(team).keepForSeconds * 1000)
  return until > desk.now ? [{ kind: 'kept-for', agent, why, until: until.toISOString() }] : []
}

/** Whoever lets it go by is waited for no longer: others may take it. */
export const keptNoLonger = ({ keptFor }: Conversation, agent: string): InternalTrace[] =>
  keptFor?.agent === agent ? [{ kind: 'widened', past: 'agent' }] : []
