import { z } from 'zod'
import type { ClosingRules } from '../closing.ts'
import type { Conversation } from '../conversation.ts'
import type { Named } from '../people.ts'
import type { Recap } from '../recap.ts'
import type { Code, Ticket, TicketStatus } from '../ticket.ts'
import { type TicketPage, ticketFilters, ticketSort } from './ticket-list.ts'
import { id, text } from './words.ts'

/** Where the page before ended. Only what an answer gave is understood. */
const after = z.string().max(1_000).nullable().default(null)

/** What agents ask about the records of all contacts. */
export const ticketQuestions = {
  /**
   * Tickets that one may see, a page at a time. `words` are looked for in subjects, messages, notes and resolutions,
   * the last one also as the beginning of a word; a number such as INC-000123 or 123 finds its ticket.
   */
  'ticket:list': z.strictObject({
    filters: ticketFilters.default({}),
    words: text(200).default(''),
    /** The latest change or opening first, the most pressing first, the highest number first; or by the words of a column. */
    sort: ticketSort.default('changed'),
    /** The other way round than is usual for this order. */
    reversed: z.boolean().default(false),
    after,
    limit: z.int().min(1).max(100).default(50),
  }),
  /** One ticket, by its number or its conversation. The timeline comes by `conversation:open` and `conversation:page`. */
  'ticket:read': z.union([z.strictObject({ number: z.int().min(1) }), z.strictObject({ conversation: id })]),

  /** What a wrap-up of this conversation may begin with, from its timeline and from tickets like it. */
  'ticket:suggest': z.strictObject({ conversation: id }),
  /** Its timeline in a few lines, made from its entries alone. */
  'ticket:recap': z.strictObject({ conversation: id }),
}

/** One ticket with all that its page shows beside the timeline. */
export interface TicketView {
  ticket: Ticket
  conversation: Conversation
  requester: Named & { email: string | null; verified: boolean }
  team: Named
  /** The names of everybody whose id is in it, the owners and those who wrote. */
  names: Named[]
  logged: { at: string; sha256: string } | null
  /** Those that repeat it, and the one that it repeats: only what the reader may see. */
  duplicates: LinkedTicket[]
  duplicateOf: LinkedTicket | null
  /** Others that it has to do with: only what the reader may see. */
  related: RelatedTicket[]
  /** The one in which it goes on. */
  mergedInto: LinkedTicket | null
}

/** What another ticket is to this one: what it is a part of, a part of it, the problem that causes it, caused by it, or one that goes on in it. */
export type Relation = 'parent' | 'part' | 'problem' | 'caused' | 'merged'
export type RelatedTicket = LinkedTicket & { is: Relation }

/** Another ticket, named. */
export interface LinkedTicket {
  conversation: string
  number: number
  label: string
  subject: string
  status: TicketStatus
}

/** What is known before the agent has written a word of the wrap-up. */
export interface WrapUpSuggestion {
  /** A category of the tree, and why this one. */
  category: { id: string; why: 'similar' | 'topic' } | null
  /** Since the first agent came, without what was spent before. */
  minutes: number
  /** The tickets most like it, the likest first. */
  similar: LinkedTicket[]
  /** How it ended: the requester fell silent, or an agent told him something that may have helped. */
  code: { is: Code; why: 'silent' | 'answered' } | null
  /** What may have solved it: the step with which a guide did; else the last thing that an agent said and that is no question and no courtesy. */
  resolution: { text: string; why: 'step' | 'said' } | null
  /** A better name, where the ticket is called by a greeting. */
  subject: string | null
  /** What its team wants filled in. */
  rules: ClosingRules
}

export interface TicketAnswers {
  'ticket:list': TicketPage
  'ticket:read': TicketView
  'ticket:suggest': WrapUpSuggestion
  'ticket:recap': Recap
}
