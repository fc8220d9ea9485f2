import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import type { Act } from '../../shared/protocol.ts'
import type { Code, Impact, TicketStatus, Urgency } from '../../shared/ticket.ts'

/** What is changed about one ticket, or about many at once. */
export type TicketChange =
  | { what: 'category'; category: string | null }
  | { what: 'impact'; impact: Impact }
  | { what: 'urgency'; urgency: Urgency }
  | { what: 'team'; team: string }
  | { what: 'owner'; owner: string }
  | { what: 'status'; status: 'new' | 'in-progress' | 'on-hold' | 'closed' }
  | { what: 'resolve'; code: Code; resolution: string }

/** How it was solved before it changed: nobody could say it again without. */
export interface Solved {
  code: Code
  resolution: string
}

/** The acts that make a change. */
export function actsFor(change: TicketChange): Act[] {
  switch (change.what) {
    case 'category':
      return [{ kind: 'classify', category: change.category }]
    case 'impact':
      return [{ kind: 'classify', impact: change.impact }]
    case 'urgency':
      return [{ kind: 'classify', urgency: change.urgency }]
    case 'team':
      return [{ kind: 'transfer', to: { team: change.team }, comment: '' }]
    case 'owner':
      return [{ kind: 'transfer', to: { agent: change.owner }, comment: '' }]
    case 'status':
      return [{ kind: 'progress', status: change.status }]
    case 'resolve':
      return [{ kind: 'resolve', code: change.code, resolution: change.resolution }]
  }
}

/** The acts that take it back, for a ticket that was like this row before. */
export function actsBack(change: TicketChange, before: TicketRow, solved: Solved | null): Act[] {
  switch (change.what) {
    case 'category':
      return [{ kind: 'classify', category: before.categoryId }]
    case 'impact':
      return [{ kind: 'classify', impact: before.impact }]
    case 'urgency':
      return [{ kind: 'classify', urgency: before.urgency }]
    case 'team':
      return [toTeam(before), ...toOwner(before)]
    case 'owner':
      return before.communicationOwner ? toOwner(before) : [toTeam(before)]
    case 'status':
    case 'resolve':
      return backTo(before.status, solved)
  }
}

const toTeam = ({ team }: TicketRow): Act => ({ kind: 'transfer', to: { team: team.id }, comment: '' })

const toOwner = ({ communicationOwner }: TicketRow): Act[] =>
  communicationOwner ? [{ kind: 'transfer', to: { agent: communicationOwner.id }, comment: '' }] : []

function backTo(status: TicketStatus, solved: Solved | null): Act[] {
  switch (status) {
    case 'new':
    case 'in-progress':
    case 'on-hold':
      return [{ kind: 'progress', status }]
    case 'resolved':
    case 'closed': {
      const again: Act[] = solved ? [{ kind: 'resolve', ...solved }] : []
      return status === 'closed' ? [...again, { kind: 'progress', status: 'closed' }] : again
    }
    // Nobody can be made to have left the line.
    case 'cancelled':
      return []
  }
}

/** Whether the row is like that already, so that there is nothing to do. */
export function isSo(change: TicketChange, row: TicketRow): boolean {
  switch (change.what) {
    case 'category':
      return row.categoryId === change.category && (change.category !== null || row.category === null)
    case 'impact':
      return row.impact === change.impact
    case 'urgency':
      return row.urgency === change.urgency
    case 'team':
      return row.team.id === change.team
    case 'owner':
      return row.communicationOwner?.id === change.owner
    case 'status':
      return row.status === change.status
    case 'resolve':
      return row.status === 'resolved' || row.status === 'closed'
  }
}
