import type { Who } from '../../shared/people.ts'
import type { TicketAnswers } from '../../shared/protocol/ticket.ts'
import { refuse } from '../../shared/refusal.ts'
import { visibleTo } from '../desk/access.ts'
import type { Directory } from '../desk/ports.ts'
import { recapOf } from '../desk/tickets/recapping.ts'
import { suggestionFor } from '../desk/tickets/suggesting.ts'
import { type Tickets, ticketReach } from '../desk/tickets/tickets.ts'
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
    const reach = ticketReach(who)
    const view = await seen(tickets, who, conversation)
    const [likeness, minutes, timeline] = await Promise.all([
      tickets.like(reach, conversation),
      tickets.minutesOn(conversation),
      tickets.timeline(conversation),
    ])
    return suggestionFor(view.conversation, likeness, minutes, timeline, directory())
  },
  async 'ticket:recap'({ who }, { conversation }) {
    await seen(tickets, who, conversation)
    return recapOf(await tickets.timeline(conversation))
  },
})

async function seen(tickets: Tickets, who: Who, conversation: string) {
  const view = (await tickets.read(ticketReach(who), { conversation })) ?? refuse('not-found')
  visibleTo(who, view.conversation)
  return view
}
