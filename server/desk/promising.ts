import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import type { Helping, Who } from '../../shared/people.ts'
import { remindedAt } from '../../shared/promise.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { refuse } from '../../shared/refusal.ts'
import { may } from './access.ts'
import type { Due } from './dues.ts'
import type { DeskView } from './ports.ts'

const longestDays = 60
const day = 24 * 3600_000

/** "You hear from us by then." It takes the place of what was promised before. */
export function promise(conversation: Conversation, who: Who, act: Act & { kind: 'promise' }, { now }: DeskView): Trace[] {
  spokesman(conversation, who)
  if (!isOpen(conversation)) refuse('ticket-done')
  const until = new Date(act.until)
  if (until <= now) refuse('promise-past')
  if (until.getTime() > now.getTime() + longestDays * day) refuse('promise-too-far')
  const { promise: before } = conversation.ticket
  const said = { until: until.toISOString(), text: act.text }
  if (before?.until === said.until && before.about === said.text) return []
  return [{ kind: 'promised', until: said.until, body: said.text ? { text: said.text } : null }]
}

/** The news was given. Nothing is left where nothing was promised, so that saying it twice does no harm. */
export function keepPromise(conversation: Conversation, who: Who): Trace[] {
  spokesman(conversation, who)
  return kept(conversation)
}

/** It was promised by mistake, or is not to be had any more. */
export function withdrawPromise(conversation: Conversation, who: Who): Trace[] {
  spokesman(conversation, who)
  const { promise: given } = conversation.ticket
  return given ? [{ kind: 'promise-withdrawn', until: given.until }] : []
}

/**
 * What an agent writes to the requester is the news that was promised, once the talking is over or its time is close. Before that,
 * people merely go on talking.
 */
export function keptBySaying(conversation: Conversation): Trace[] {
  const { promise: given } = conversation.ticket
  const isNews = given && (given.reached !== null || conversation.status === 'ended' || conversation.status === 'unrouted')
  return isNews ? kept(conversation) : []
}

function kept({ ticket }: Conversation): Trace[] {
  return ticket.promise ? [{ kind: 'promise-kept', until: ticket.promise.until }] : []
}

/** The owner is reminded before its time, and whoever supervises is told once it is over: each once. */
export function promiseDues({ ticket }: Conversation): Due[] {
  const given = ticket.promise
  if (!given || given.reached === 'broken') return []
  const { until } = given
  const broken: Due = { at: Date.parse(until), leaves: () => [{ kind: 'promise-broken', until }] }
  // After a stop that outlasted both, only what matters by then is said.
  return given.reached === 'near' ? [broken] : [broken, { at: remindedAt(given), leaves: () => [{ kind: 'promise-near', until }] }]
}

/** While people talk, one who speaks for the desk there; afterwards, whoever may work on the ticket. */
function spokesman(conversation: Conversation, who: Who): Helping {
  if (who.kind !== 'agent') refuse('not-allowed')
  const isRunning = conversation.status === 'active' || conversation.status === 'held'
  if (!may(who, isRunning ? 'speak' : 'assign', conversation)) refuse('not-owner')
  return who
}

/** Whether there is anything left of which news could be given. */
export const isOpen = ({ ticket: { status } }: Conversation) => status === 'new' || status === 'in-progress' || status === 'on-hold'
