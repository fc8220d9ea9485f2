import { z } from 'zod'
import type { Conversation } from '../conversation.ts'
import type { Channel } from '../entry.ts'
import type { Named } from '../people.ts'
import type { Priority, Ticket, TicketStatus } from '../ticket.ts'
import { id, text } from './words.ts'

const status = z.enum(['new', 'in-progress', 'on-hold', 'resolved', 'closed', 'cancelled'])
/** Where the page before ended. Only what an answer gave is understood. */
const after = z.string().max(300).nullable().default(null)

/** What a list is narrowed to; what is left out narrows nothing. */
export const ticketFilters = z.strictObject({
  status: z.array(status).max(6).optional(),
  team: id.optional(),
  /** Who keeps talking to the requester or does the work: myself, somebody, or nobody. */
  owner: z.union([z.literal(['me', 'none']), id]).optional(),
  priority: z
    .array(z.literal([1, 2, 3, 4, 5]))
    .max(5)
    .optional(),
  channel: z.enum(['chat', 'message'] satisfies Channel[]).optional(),
  requester: id.optional(),
  /** Opened at or after this moment, and before that one. */
  openedFrom: z.iso.datetime().optional(),
  openedTo: z.iso.datetime().optional(),
})
export type TicketFilters = z.input<typeof ticketFilters>

/** What agents ask about the records of all contacts, and administrators about how these leave the house. */
export const ticketQuestions = {
  /**
   * Tickets that one may see, a page at a time. `words` are looked for in subjects, messages, notes and resolutions,
   * the last one also as the beginning of a word; a number such as INC-000123 or 123 finds its ticket.
   */
  'ticket:list': z.strictObject({
    filters: ticketFilters.default({}),
    words: text(200).default(''),
    /** The latest change first, the latest opening first, or the most pressing first. */
    sort: z.enum(['changed', 'opened', 'priority']).default('changed'),
    after,
    limit: z.int().min(1).max(100).default(50),
  }),
  /** One ticket, by its number or its conversation. The timeline comes by `conversation:open` and `conversation:page`. */
  'ticket:read': z.union([z.strictObject({ number: z.int().min(1) }), z.strictObject({ conversation: id })]),

  /** What was to be sent to the webhook, the newest first, 50 at a time. */
  'webhook:deliveries': z.strictObject({
    state: z.enum(['waiting', 'delivered', 'set-aside', 'skipped']).optional(),
    before: z.int().min(1).nullable().default(null),
  }),
  /** Sends it (again), under the same id, as if it had never been tried. */
  'webhook:replay': z.strictObject({ delivery: id }),
  /** Sends a `ping` to the webhook now, once, and says what came of it. */
  'webhook:test': z.strictObject({}),
}

/** A stretch of text, and whether it is what was looked for. */
export interface Piece {
  text: string
  hit: boolean
}

/** A ticket as lists show it. */
export interface TicketRow {
  conversation: string
  number: number
  /** The number as people read it aloud: INC-000123. */
  label: string
  subject: Piece[]
  /** Some words around a hit in a message, a note or the resolution; empty where nothing was looked for. */
  snippet: Piece[]
  requester: Named & { verified: boolean }
  team: Named
  communicationOwner: Named | null
  workOwner: Named | null
  category: string | null
  priority: Priority
  status: TicketStatus
  channel: Channel
  openedAt: string
  changedAt: string
}

export interface TicketPage {
  rows: TicketRow[]
  /** Hand this over as `after` to get the next page; null at the end. */
  next: string | null
  /** How many there are, counted on the first page only; `more` says that it is at least this many. */
  total: { count: number; more: boolean } | null
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
}

/** One event on its way to the webhook. */
export interface Delivery {
  /** The id that the receiver sees, the same over all tries. */
  id: string
  /** Its place in the order of all events. */
  position: number
  kind: string
  conversation: string
  /** The ticket's number. */
  number: number
  at: string
  /** `set-aside` was given up after many tries, `skipped` met no webhook that wanted it. */
  state: 'waiting' | 'delivered' | 'set-aside' | 'skipped'
  attempts: number
  lastError: string | null
  /** When it is tried next; null where it is tried at once, or not any more. */
  nextAt: string | null
  deliveredAt: string | null
}

export interface TicketAnswers {
  'ticket:list': TicketPage
  'ticket:read': TicketView
  'webhook:deliveries': { deliveries: Delivery[]; more: boolean }
  'webhook:replay': Delivery
  'webhook:test': { delivered: boolean; why: string }
}
