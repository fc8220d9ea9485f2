import { type Bonds, bondsAfter } from './bonds.ts'
import type { Entry } from './entry.ts'
import { type Escalation, workAfter } from './escalation.ts'
import { type Cause, causeAfter } from './incident.ts'
import { type Promised, promiseAfter } from './promise.ts'
import { evolveSteps, type StepTaken } from './step.ts'

/** The logged record of a contact, folded from the same timeline. */
export interface Ticket extends Bonds {
  number: number
  status: TicketStatus
  subject: string
  /** The path in the words it had when it was chosen, such as `Network / VPN`. */
  category: string | null
  /** The category in the tree; absent where it was written freely. */
  categoryId?: string | null
  impact: Impact
  urgency: Urgency
  priority: Priority
  team: string
  communicationOwner: string | null
  workOwner: string | null
  /** The team that the work was sent to, while it is not with whoever talks to the requester. */
  escalation?: Escalation | null
  /** When that team last sent it back, as something was missing. */
  returnedAt?: string | null
  /** The next news that the requester was promised; absent where that was never done. */
  promise?: Promised | null
  /** The known incident that it belongs to; absent where it never did. */
  incident?: Cause | null
  resolution: string | null
  code: Code | null
  /** The conversation that this one repeats; counts only while the code says so. */
  duplicateOf?: string
  /** What was tried, in order; absent where nothing was. */
  steps?: readonly StepTaken[]
  /** What agents spent on it, as they said when they wrapped it up. */
  minutes?: number
  openedAt: string
  resolvedAt: string | null
  closedAt: string | null
}

export type TicketStatus = 'new' | 'in-progress' | 'on-hold' | 'resolved' | 'closed' | 'cancelled'

/** How many are affected: one person, a group, everyone. */
export type Impact = 'low' | 'medium' | 'high'
/** How badly: can wait, is slowed down, cannot work. */
export type Urgency = 'low' | 'medium' | 'high'
/** 1 is the most pressing (ITIL). */
export type Priority = 1 | 2 | 3 | 4 | 5

export const codes = ['solved', 'workaround', 'advice', 'no-answer', 'duplicate', 'not-reproducible', 'spam'] as const
/** How the matter was closed. */
export type Code = (typeof codes)[number]

/** Which status may follow which; every other move is refused. */
export const ticketMoves: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['in-progress', 'resolved', 'cancelled'],
  'in-progress': ['on-hold', 'resolved', 'new', 'cancelled'],
  'on-hold': ['in-progress', 'resolved', 'new'],
  resolved: ['in-progress', 'closed', 'new', 'cancelled'],
  closed: ['in-progress', 'new'],
  cancelled: ['in-progress', 'new'],
}

const priorities: Record<Impact, Record<Urgency, Priority>> = {
  high: { high: 1, medium: 2, low: 3 },
  medium: { high: 2, medium: 3, low: 4 },
  low: { high: 3, medium: 4, low: 5 },
}

/** Priority by the ITIL matrix: impact x urgency. */
export const priorityOf = (impact: Impact, urgency: Urgency): Priority => priorities[impact][urgency]

/** A ticket's number as people read it aloud. */
export const ticketLabel = (number: number) => `INC-${String(number).padStart(6, '0')}`

/** What a ticket is after one more entry; the first entry opens it. */
export function evolveTicket(ticket: Ticket | null, entry: Entry): Ticket | null {
  if (entry.kind === 'opened') return openedTicket(entry)
  return (
    ticket && {
      ...ticket,
      ...changeOf(ticket, entry),
      ...stepsAfter(ticket, entry),
      ...workAfter(ticket, entry),
      ...promised(ticket, entry),
      ...caused(ticket, entry),
      ...bondsAfter(entry),
    }
  )
}

function openedTicket(entry: Entry & { kind: 'opened' }): Ticket {
  return {
    number: entry.number,
    status: 'new',
    subject: entry.body?.subject ?? '',
    category: null,
    impact: 'low',
    urgency: 'medium',
    priority: priorityOf('low', 'medium'),
    team: entry.team,
    communicationOwner: null,
    workOwner: null,
    resolution: null,
    code: null,
    openedAt: entry.at,
    resolvedAt: null,
    closedAt: null,
  }
}

function changeOf(ticket: Ticket, entry: Entry): Partial<Ticket> {
  switch (entry.kind) {
    case 'assigned':
      return { status: 'in-progress', communicationOwner: entry.agent, ...unresolved }
    case 'queued':
      return { status: 'new', team: entry.team, communicationOwner: null, ...unresolved }
    case 'reopened':
      return { status: 'in-progress', ...unresolved }
    case 'held':
      return { status: 'on-hold' }
    case 'resumed':
      return { status: 'in-progress' }
    case 'abandoned':
      return { status: 'cancelled' }
    case 'call-undone':
      return { status: 'cancelled', ...unresolved }
    case 'resolved':
      return { status: 'resolved', code: entry.code, resolution: entry.body?.resolution ?? null, resolvedAt: entry.at }
    case 'closed':
      return { status: 'closed', closedAt: entry.at }
    case 'classified':
      return classified(ticket, entry)
    case 'progressed':
      return { status: entry.status }
    case 'reassigned':
      return 'team' in entry.to ? { team: entry.to.team, communicationOwner: null } : { communicationOwner: entry.to.agent }
    case 'linked':
      return entry.as ? {} : { duplicateOf: entry.to }
    case 'spent':
      return { minutes: (ticket.minutes ?? 0) + entry.minutes }
    default:
      return {}
  }
}

function stepsAfter({ steps = [] }: Ticket, entry: Entry): Pick<Ticket, 'steps'> {
  const after = evolveSteps(steps, entry)
  return after === steps ? {} : { steps: after }
}

function promised({ promise = null }: Ticket, entry: Entry): Pick<Ticket, 'promise'> {
  const after = promiseAfter(promise, entry)
  return after === promise ? {} : { promise: after }
}

function caused({ incident = null }: Ticket, entry: Entry): Pick<Ticket, 'incident'> {
  const after = causeAfter(incident, entry)
  return after === incident ? {} : { incident: after }
}

const unresolved = { resolvedAt: null, closedAt: null, code: null, resolution: null }

function classified(ticket: Ticket, entry: Entry & { kind: 'classified' }): Partial<Ticket> {
  const impact = entry.impact ?? ticket.impact
  const urgency = entry.urgency ?? ticket.urgency
  return {
    impact,
    urgency,
    priority: priorityOf(impact, urgency),
    ...(entry.category !== undefined && { category: entry.category }),
    ...(entry.categoryId !== undefined && { categoryId: entry.categoryId }),
    subject: entry.body?.subject ?? ticket.subject,
  }
}
