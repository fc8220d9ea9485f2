import { z } from 'zod'
import { callChannels } from '../call.ts'
import type { Channel } from '../entry.ts'
import type { Named } from '../people.ts'
import type { ShownTarget } from '../target.ts'
import { type Code, codes, type Impact, type Priority, type TicketStatus, type Urgency } from '../ticket.ts'
import { id } from './words.ts'

const status = z.enum(['new', 'in-progress', 'on-hold', 'resolved', 'closed', 'cancelled'])

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
  channel: z.enum(['chat', 'message', ...callChannels] satisfies Channel[]).optional(),
  requester: id.optional(),
  /** A category with all below it, or none at all. */
  category: z.union([z.literal('none'), id]).optional(),
  code: z.enum(codes).optional(),
  /** The work was sent to another team: at all, or to one of mine where nobody has begun yet. */
  work: z.enum(['sent', 'waiting']).optional(),
  /** Of a known incident: of any, or of this one. */
  incident: z.union([z.literal('any'), id]).optional(),
  /** News was promised to the requester: at all, or for a time that is over. */
  promise: z.enum(['open', 'broken']).optional(),
  /** A target of its team runs: at all, nearly over, or over already; or one was missed, whatever became of it. */
  target: z.enum(['running', 'soon', 'late', 'missed']).optional(),
  /** Opened at or after this moment, and before that one. */
  openedFrom: z.iso.datetime().optional(),
  openedTo: z.iso.datetime().optional(),
  /** Opened within so many days until now. */
  openedDays: z.int().min(1).max(3_660).optional(),
})
export type TicketFilters = z.input<typeof ticketFilters>

/** The latest change or opening first, the most pressing first, the highest number first; by the words of a column, the next promised news, or what is due first. */
export const ticketSort = z.enum([
  'changed',
  'opened',
  'priority',
  'number',
  'subject',
  'status',
  'category',
  'requester',
  'team',
  'owner',
  'promise',
  'target',
])
export type TicketSort = z.output<typeof ticketSort>

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
  /** Some words around a hit in a message, a note or the resolution beyond the subject; empty where there is none. */
  snippet: Piece[]
  requester: Named & { verified: boolean }
  team: Named
  communicationOwner: Named | null
  workOwner: Named | null
  /** Its path as the tree has it now, or as it was written where it is in no tree. */
  category: string | null
  categoryId: string | null
  impact: Impact
  urgency: Urgency
  priority: Priority
  status: TicketStatus
  code: Code | null
  /** The team that the work was sent to. */
  workTeam: Named | null
  /** By when its team is to answer and to solve; empty where it has no targets. */
  targets: ShownTarget[]
  /** When the requester was promised the next news. */
  promisedUntil: string | null
  /** The known incident that it belongs to. */
  incident: Named | null
  /** The number of the ticket in which it goes on. */
  mergedInto: number | null
  /** Whether people still talk, or wait to. */
  running: boolean
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
