import type { Bond } from '../../../shared/bonds.ts'
import type { Conversation } from '../../../shared/conversation.ts'
import type { Trace } from '../../../shared/entry.ts'
import type { Who } from '../../../shared/people.ts'
import type { Act } from '../../../shared/protocol/conversation.ts'
import { refuse } from '../../../shared/refusal.ts'
import { may, visibleTo } from '../access.ts'
import type { DeskView } from '../ports.ts'
import { isOpen } from '../promising.ts'

/** It is a part of that ticket, or caused by that problem. */
export function link(conversation: Conversation, who: Who, { to, as }: Act & { kind: 'link' }, desk: DeskView): Trace[] {
  mayLink(conversation, who)
  const other = otherThan(conversation, who, to, desk)
  if (conversation.ticket[as] === to) return []
  if (standsAbove(conversation.id, other, as, desk)) refuse('in-a-circle')
  return [{ kind: 'linked', to, as }]
}

export function unlink(conversation: Conversation, who: Who, { as }: Act & { kind: 'unlink' }): Trace[] {
  mayLink(conversation, who)
  const to = conversation.ticket[as]
  return to ? [{ kind: 'unlinked', to, as }] : []
}

/**
 * It goes on in another ticket of the same requester: both timelines stay where they are, and are read as one. What is open is
 * closed as its duplicate.
 */
export function merge(conversation: Conversation, who: Who, { into }: Act & { kind: 'merge' }, desk: DeskView): Trace[] {
  mayLink(conversation, who)
  const { status, ticket } = conversation
  const other = otherThan(conversation, who, into, desk)
  if (ticket.mergedInto?.conversation === into) return []
  if (ticket.mergedInto || other.ticket.mergedInto) refuse('merged')
  if (other.requester !== conversation.requester) refuse('other-requester')
  if (status !== 'ended' && status !== 'unrouted') refuse('still-talking')
  const merged: Trace = { kind: 'merged', into, number: other.number, ...(isOpen(conversation) && { wasOpen: true }) }
  if (!isOpen(conversation)) return [merged]
  return [
    ...(status === 'unrouted' ? [{ kind: 'ended', why: 'agent' } as const] : []),
    { kind: 'resolved', code: 'duplicate', body: null },
    { kind: 'linked', to: into },
    merged,
  ]
}

/** They are two again; what was open then is open now. */
export function unmerge(conversation: Conversation, who: Who): Trace[] {
  mayLink(conversation, who)
  const { mergedInto } = conversation.ticket
  if (!mergedInto) return []
  const { conversation: into, wasOpen } = mergedInto
  return [{ kind: 'unmerged', into }, ...(wasOpen && !isOpen(conversation) ? [{ kind: 'reopened' } as const] : [])]
}

/** What would go on in a ticket that goes on elsewhere. */
const goesOn: readonly string[] = ['say', 'reopen', 'progress', 'take', 'transfer', 'ask-person', 'join-incident']

/** Whoever has an old number is led to where it goes on, and does nothing in the old place. */
export function refuseMerged({ ticket }: Conversation, kind: string) {
  if (ticket.mergedInto && goesOn.includes(kind)) refuse('merged')
}

/** Whether that one is a part of this one, or caused by it, over however many others. */
function standsAbove(id: string, other: Conversation, as: Bond, desk: DeskView): boolean {
  const met = new Set<string>()
  for (let one: Conversation | null = other; one && !met.has(one.id); one = desk.other(one.ticket[as] ?? '')) {
    met.add(one.id)
    if (one.ticket[as] === id) return true
  }
  return false
}

function otherThan(conversation: Conversation, who: Who, id: string, desk: DeskView): Conversation {
  if (id === conversation.id) refuse('same-ticket')
  return visibleTo(who, desk.other(id))
}

function mayLink(conversation: Conversation, who: Who) {
  if (who.kind !== 'agent' || !may(who, 'classify', conversation)) refuse('not-allowed')
}
