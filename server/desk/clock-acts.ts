import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import type { DeskSettings } from '../../shared/queue.ts'
import { refuse } from '../../shared/refusal.ts'
import { type Due, leftBy } from './dues.ts'
import { askDue } from './escalating.ts'
import { crowdingDues, nobodyHere } from './line/crowding.ts'
import { keptNoLonger } from './line/keeping.ts'
import { withdrawal } from './line/offering.ts'
import { wideningDues } from './line/widening.ts'
import type { ClockAct, DeskView, Settled } from './ports.ts'
import { promiseDues } from './promising.ts'
import { holdDue, silenceDue } from './silence.ts'
import { targetDues } from './tickets/targets.ts'

const minute = 60_000
const relogSeconds = 60
const day = 24 * 3600_000

/** An agent is gone for good: his offers stop, what he had waits again at its original age. */
export function lose(conversation: Conversation, { agent, why }: ClockAct & { kind: 'lose' }): Trace[] {
  const reason = why === 'disabled' ? 'agent-disabled' : 'agent-lost'
  const traces: Trace[] = conversation.offer?.agent === agent ? withdrawal(conversation, reason) : []
  if (conversation.joined.includes(agent)) traces.push({ kind: 'stepped-out', agent })
  const owns = conversation.agent === agent && (conversation.status === 'active' || conversation.status === 'held')
  if (owns) traces.push({ kind: 'lost', agent, why }, { kind: 'queued', team: conversation.team, why: reason })
  return traces
}

/** A requester who waits closed his page, or came back to it. */
export function goAbsent(conversation: Conversation, absent: boolean): Trace[] {
  if (conversation.status !== 'waiting' || absent === (conversation.absentSince !== null)) return []
  return [{ kind: absent ? 'went-absent' : 'came-back' }]
}

/** Everything that is due by now. Nothing due leaves nothing, so that firing twice does no harm. */
export function tick(conversation: Conversation, desk: DeskView): Trace[] {
  const now = desk.now.getTime()
  const traces = firstOf([...placeDues(conversation, desk), ...crowdingDues(conversation, desk, desk)], now)
  if (traces.length === 0) traces.push(...nobodyHere(conversation, desk))
  const closing = closeDue(conversation, desk.settings)
  if (closing) traces.push(...leftBy(closing, now))
  if (traces.length === 0 && isDue(logDue(conversation, desk.settings), now)) traces.push(log(conversation, desk))
  return traces
}

/** One thing at a time: after it, everything stands differently. */
function firstOf(dues: Due[], now: number): Trace[] {
  for (const due of dues) {
    const traces = leftBy(due, now)
    if (traces.length > 0) return traces
  }
  return []
}

function log({ last }: Conversation, desk: DeskView): Trace {
  return { kind: 'logged', upTo: last, sha256: desk.digest ?? refuse('unavailable') }
}

/** Whether a tick now would log the conversation, which needs the digest of its timeline. */
export const wouldLog = (conversation: Conversation, now: Date, settings: DeskSettings) =>
  isDue(logDue(conversation, settings), now.getTime())

/**
 * When the clock must look at this conversation next, if ever. What could have been done before `since`, as soon as it can be,
 * was looked at then: whoever makes it possible looks after it.
 */
export function dueAt(conversation: Conversation, settled: Settled, since: Date | null = null): Date | null {
  const { settings } = settled
  const wasLookedAt = (due: Due) => due.whenPossible === true && since !== null && due.at <= since.getTime()
  const places = [...placeDues(conversation, settled), ...crowdingDues(conversation, settled, null)].filter((due) => !wasLookedAt(due))
  const dues = [...places, closeDue(conversation, settings)].flatMap((due) => due?.at ?? [])
  const first = Math.min(...dues, logDue(conversation, settings) ?? Number.POSITIVE_INFINITY)
  return Number.isFinite(first) ? new Date(first) : null
}

/** What may happen to a conversation where it is now, what matters most first. */
function placeDues(conversation: Conversation, settled: Settled): Due[] {
  const { settings, routing } = settled
  const { silence } = routing(conversation.team)
  const dues = [
    absentDue(conversation, settings),
    offerDue(conversation),
    askDue(conversation),
    holdDue(conversation),
    silenceDue(conversation, silence),
  ]
  return [
    ...dues.filter((due) => due !== null),
    ...wideningDues(conversation, settled),
    ...promiseDues(conversation),
    ...targetDues(conversation, settled),
  ]
}

function absentDue(conversation: Conversation, { absentMinutes }: DeskSettings): Due | null {
  const { status, absentSince } = conversation
  if (status !== 'waiting' || !absentSince) return null
  const leaves = (): Trace[] => [...withdrawal(conversation, 'left'), { kind: 'message-left', why: 'absent' }]
  return { at: Date.parse(absentSince) + absentMinutes * minute, leaves }
}

function offerDue(conversation: Conversation): Due | null {
  const { offer } = conversation
  if (!offer) return null
  const { id, agent, until } = offer
  return { at: Date.parse(until), leaves: () => [{ kind: 'expired', offer: id, agent }, ...keptNoLonger(conversation, agent)] }
}

function closeDue({ ticket }: Conversation, { closeDays }: DeskSettings): Due | null {
  if (ticket.status !== 'resolved' || !ticket.resolvedAt) return null
  return { at: Date.parse(ticket.resolvedAt) + closeDays * day, leaves: () => [{ kind: 'closed' }] }
}

/** An ended conversation is logged after its wrap-up, or without one when that stays away; a left message at once. */
function logDue(conversation: Conversation, { wrapUpSeconds, logAfterSeconds }: DeskSettings) {
  const { status, ticket, logged, last, endedAt, changedAt, wrapsUp } = conversation
  if (status !== 'ended' && status !== 'unrouted') return null
  if (logged && logged.public === last.public && logged.internal === last.internal) return null
  const isOpen = ticket.status === 'in-progress' || ticket.status === 'on-hold'
  const awaitsWrapUp = status === 'ended' && (wrapsUp ?? !logged) && isOpen
  if (awaitsWrapUp && endedAt) return Date.parse(endedAt) + wrapUpSeconds * 1000
  // A requester may go on adding to his message; it is not told to the world each time.
  const pause = logged && status === 'unrouted' ? Math.max(logAfterSeconds, relogSeconds) : logAfterSeconds
  return Date.parse(changedAt) + pause * 1000
}

const isDue = (due: number | null, now: number) => due !== null && due <= now
