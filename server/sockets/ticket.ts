import type { TicketAnswers } from '../../shared/protocol/ticket.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith, visibleTo } from '../desk/access.ts'
import type { Directory } from '../desk/ports.ts'
import { suggestionFor } from '../desk/suggesting.ts'
import { type Tickets, ticketReach } from '../desk/tickets.ts'
import type { Handlers } from './handlers.ts'

export interface TicketPorts {
  tickets: Tickets
  directory(): Directory
}

/** What agents ask about tickets. */
export const ticketHandlers = ({ tickets, directory }: TicketPorts): Handlers<keyof TicketAnswers> => ({
  'ticket:list': async ({ who }, wanted) => tickets.list(ticketReach(who), wanted),
  async 'ticket:read'({ who }, which) {
    const view = (await tickets.read(ticketReach(who), which)) ?? refuse('not-found')
    visibleTo(who, view.conversation)
    return view
  },
  async 'ticket:suggest'({ who }, { conversation }) {
    agentWith(who, 'ticket', 'read')
    const reach = ticketReach(who)
    const view = (await tickets.read(reach, { conversation })) ?? refuse('not-found')
    visibleTo(who, view.conversation)
    const [likeness, minutes] = await Promise.all([tickets.like(reach, conversation), tickets.minutesOn(conversation)])
    return suggestionFor(view.conversation, likeness, minutes, directory())
  },
})
