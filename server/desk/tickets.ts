import type { Who } from '../../shared/people.ts'
import type { Delivery, TicketPage, TicketView } from '../../shared/protocol/ticket.ts'
import type { Heard } from '../../shared/protocol.ts'
import { agentWith, reachOf } from './access.ts'
import type { By } from './people.ts'

/** Whose tickets a list may hold: those of these teams and the agent's own, or everybody's. */
export interface TicketReach {
  agent: string
  teams: readonly string[] | 'all'
}

/** The records of all contacts, as lists and pages read them. */
export interface Tickets {
  list(reach: TicketReach, wanted: Heard<'ticket:list'>): Promise<TicketPage>
  read(which: Heard<'ticket:read'>): Promise<TicketView | null>
}

/** What administrators see of the events that leave the house. */
export interface Deliveries {
  list(wanted: Heard<'webhook:deliveries'>): Promise<{ deliveries: Delivery[]; more: boolean }>
  /** Lets it wait again as if it had never been tried; null if there is none. */
  replay(by: By, id: string): Promise<Delivery | null>
}

/** Which tickets this person may list; refuses those who may list none. */
export function ticketReach(who: Who): TicketReach {
  const agent = agentWith(who, 'ticket', 'read')
  return { agent: agent.id, teams: reachOf(agent, 'ticket', 'read') === 'all' ? 'all' : agent.teams }
}
