import type { Entry } from '../../../shared/entry.ts'
import type { Who } from '../../../shared/people.ts'
import type { LinkedTicket, TicketView } from '../../../shared/protocol/ticket.ts'
import type { TicketPage } from '../../../shared/protocol/ticket-list.ts'
import type { TicketViewKept } from '../../../shared/protocol/view.ts'
import type { Heard } from '../../../shared/protocol.ts'
import { agentWith, reachOf } from '../access.ts'
import type { By } from '../people.ts'

/** Whose tickets a list may hold: those of these teams and the agent's own, or everybody's. */
export interface TicketReach {
  agent: string
  teams: readonly string[] | 'all'
}

/** The records of all contacts, as lists and pages read them. */
export interface Tickets {
  list(reach: TicketReach, wanted: Heard<'ticket:list'>): Promise<TicketPage>
  read(reach: TicketReach, which: Heard<'ticket:read'>): Promise<TicketView | null>
  /** What is known of tickets like this one. */
  like(reach: TicketReach, conversation: string): Promise<Likeness>
  /** How many minutes agents have had it, since it was opened or last reopened. */
  minutesOn(conversation: string): Promise<number>
  /** All that ever happened in it, in order, notes too. */
  timeline(conversation: string): Promise<Entry[]>
}

/** What is known of tickets like one. */
export interface Likeness {
  /** Those with words in common, the likest first. */
  similar: (LinkedTicket & { categoryId: string | null; weight: number })[]
  /** What others of its topic were about, the most frequent first. */
  ofTopic: string[]
}

/** Whose views somebody sees beside his own, and whether he may change those of others. */
export interface ViewReach {
  agent: string
  teams: readonly string[] | 'all'
  changes: 'mine' | 'all'
}

/** Lists that agents keep under a name. What a team sees is written to the audit log. */
export interface Views {
  list(reach: ViewReach): Promise<TicketViewKept[]>
  save(by: By, reach: ViewReach, wanted: Heard<'views:save'>): Promise<TicketViewKept>
  remove(by: By, reach: ViewReach, wanted: Heard<'views:remove'>): Promise<void>
}

/** Which tickets this person may list; refuses those who may list none. */
export function ticketReach(who: Who): TicketReach {
  const agent = agentWith(who, 'ticket', 'read')
  return { agent: agent.id, teams: reachOf(agent, 'ticket', 'read') === 'all' ? 'all' : agent.teams }
}

/** Which views this person sees and may change. */
export function viewReach(who: Who): ViewReach {
  const { agent, teams } = ticketReach(who)
  return { agent, teams, changes: who.kind === 'agent' && who.role !== 'agent' ? 'all' : 'mine' }
}
