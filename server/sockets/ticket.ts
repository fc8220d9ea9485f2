import type { TicketAnswers } from '../../shared/protocol/ticket.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith, visibleTo } from '../desk/access.ts'
import { type Deliveries, type Tickets, ticketReach } from '../desk/tickets.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface TicketPorts {
  tickets: Tickets
  deliveries: Deliveries
  /** Something waits in the outbox. */
  wake(): void
  /** Sends a `ping` to the webhook. */
  ping(): Promise<{ delivered: boolean; why: string }>
  now(): Date
}

/** What agents ask about tickets, and administrators about how these leave the house. */
export const ticketHandlers = ({ tickets, deliveries, wake, ping, now }: TicketPorts): Handlers<keyof TicketAnswers> => ({
  'ticket:list': async ({ who }, wanted) => tickets.list(ticketReach(who), wanted),
  async 'ticket:read'({ who }, which) {
    agentWith(who, 'ticket', 'read')
    const view = (await tickets.read(which)) ?? refuse('not-found')
    visibleTo(who, view.conversation)
    return view
  },
  async 'webhook:deliveries'({ who }, wanted) {
    agentWith(who, 'desk', 'manage')
    return deliveries.list(wanted)
  },
  async 'webhook:replay'(caller, { delivery }) {
    agentWith(caller.who, 'desk', 'manage')
    const again = (await deliveries.replay(byOf(caller, now()), delivery)) ?? refuse('not-found')
    wake()
    return again
  },
  async 'webhook:test'({ who }) {
    agentWith(who, 'desk', 'manage')
    return ping()
  },
})
