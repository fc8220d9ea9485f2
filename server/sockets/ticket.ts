import type { TicketAnswers } from '../../shared/protocol/ticket.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith, visibleTo } from '../desk/access.ts'
import { type Tickets, ticketReach } from '../desk/tickets.ts'
import type { Handlers } from './handlers.ts'

export interface TicketPorts {
  tickets: Tickets
}

/** What agents ask about tickets. */
export const ticketHandlers = ({ tickets }: TicketPorts): Handlers<keyof TicketAnswers> => ({
  'ticket:list': async ({ who }, wanted) => tickets.list(ticketReach(who), wanted),
  async 'ticket:read'({ who }, which) {
    agentWith(who, 'ticket', 'read')
    const view = (await tickets.read(which)) ?? refuse('not-found')
    visibleTo(who, view.conversation)
    return view
  },
})
