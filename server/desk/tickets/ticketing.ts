import { missingIn } from '../../../shared/closing.ts'
import type { Conversation } from '../../../shared/conversation.ts'
import type { Trace } from '../../../shared/entry.ts'
import type { Who } from '../../../shared/people.ts'
import type { Act } from '../../../shared/protocol/conversation.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Ticket } from '../../../shared/ticket.ts'
import { may, visibleTo } from '../access.ts'
import { consentOver } from '../consenting.ts'
import type { DeskView } from '../ports.ts'
import { hold, resume } from '../talking.ts'

/** What the ticket is about and how much it presses. */
export function classify(conversation: Conversation, who: Who, act: Act & { kind: 'classify' }, desk: DeskView): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'classify', conversation)) refuse('not-allowed')
  const { category, impact, urgency, subject, needs } = act
  return [
    {
      kind: 'classified',
      ...(category !== undefined && chosen(category, conversation, desk)),
      ...(impact && { impact }),
      ...(urgency && { urgency }),
      ...(needs && { needs }),
      body: subject ? { subject } : null,
    },
  ]
}

/** The path is written down too: it says what was chosen, whatever becomes of the tree. */
function chosen(named: string | null, { ticket }: Conversation, desk: DeskView) {
  if (!named) return { category: null, categoryId: null }
  const category = desk.category(named) ?? refuse('no-such-category')
  // What the ticket has already may be said again, such as by an undo.
  if (category.closed && category.id !== ticket.categoryId) refuse('no-such-category')
  return { category: category.path, categoryId: category.id }
}

/** The wrap-up: what solved it. Resolving what still runs ends it first. */
export function resolve(conversation: Conversation, who: Who, act: Act & { kind: 'resolve' }, desk: DeskView): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'resolve', conversation)) refuse('not-allowed')
  if (conversation.status === 'waiting') refuse('not-active')
  const { code, resolution, minutes } = act
  const { ticket } = conversation
  const link = linkIn(conversation, who, act, desk)
  const [missing] = missingIn(desk.routing(conversation.team).closing, closedBy(conversation, act, desk))
  if (missing) refuse(missing)
  const traces: Trace[] = [{ kind: 'resolved', code, body: resolution ? { resolution } : null }, ...link]
  const spent: Trace[] = minutes ? [{ kind: 'spent', minutes }] : []
  if (ticket.status === 'resolved') return [...(saysTheSame(ticket, act) ? [] : traces), ...(ticket.minutes ? [] : spent)]
  traces.push(...spent)
  if (conversation.status === 'ended') return traces
  if (conversation.status !== 'unrouted' && !may(who, 'end', conversation)) refuse('not-owner')
  return [...consentOver(conversation), { kind: 'ended', why: 'agent' }, ...traces]
}

/** A second tab, or somebody who corrects the words: what was said is said, and the time was spent once. */
const saysTheSame = ({ code, resolution, duplicateOf }: Ticket, act: Act & { kind: 'resolve' }) =>
  code === act.code && (resolution ?? '') === act.resolution && (act.duplicateOf === undefined || act.duplicateOf === duplicateOf)

/** What is said now, and what was said before. */
const closedBy = ({ ticket }: Conversation, { code, resolution, minutes, duplicateOf }: Act & { kind: 'resolve' }, desk: DeskView) => ({
  code,
  resolution,
  category: ticket.category !== null || !desk.hasCategories,
  minutes: minutes !== undefined || ticket.minutes !== undefined,
  original: duplicateOf !== undefined || ticket.duplicateOf !== undefined,
})

function linkIn(conversation: Conversation, who: Who, { code, duplicateOf }: Act & { kind: 'resolve' }, desk: DeskView): Trace[] {
  if (duplicateOf === undefined) return []
  if (code !== 'duplicate') refuse('malformed')
  if (duplicateOf === conversation.id) refuse('same-ticket')
  return [{ kind: 'linked', to: visibleTo(who, desk.other(duplicateOf)).id }]
}

/** How the work stands. While people talk, that is said by holding and going on. */
export function progress(conversation: Conversation, who: Who, act: Act & { kind: 'progress' }, desk: DeskView): Trace[] {
  const { status } = act
  if (who.kind !== 'agent' || !may(who, 'assign', conversation)) refuse('not-allowed')
  if (conversation.status === 'waiting') refuse('not-active')
  if (conversation.status === 'active' || conversation.status === 'held') return whileTalking(conversation, who, act, desk)
  const before = conversation.ticket.status
  if (before === status) return []
  if (status === 'closed') return before === 'resolved' ? [{ kind: 'closed' }] : refuse('not-resolved')
  // The requester was told that it is done, and is told that it is not.
  const isOver = before === 'resolved' || before === 'closed' || before === 'cancelled'
  const traces: Trace[] = isOver ? [{ kind: 'reopened' }] : []
  if (before === 'new' && status === 'on-hold') traces.push({ kind: 'progressed', status: 'in-progress' })
  return isOver && status === 'in-progress' ? traces : [...traces, { kind: 'progressed', status }]
}

function whileTalking(conversation: Conversation, who: Who, { status }: Act & { kind: 'progress' }, desk: DeskView): Trace[] {
  const isHeld = conversation.status === 'held'
  switch (status) {
    case 'on-hold':
      return isHeld ? [] : hold(conversation, who, {}, desk)
    case 'in-progress':
      return isHeld ? resume(conversation, who) : []
    case 'new':
      return refuse('impossible-now')
    case 'closed':
      return refuse('not-resolved')
  }
}
