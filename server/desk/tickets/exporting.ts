import type { Entry } from '../../../shared/entry.ts'
import type { Named } from '../../../shared/people.ts'
import type { TicketQuery } from '../../../shared/protocol/view.ts'
import type { By } from '../people.ts'
import type { ExportRow } from './csv.ts'
import type { TicketReach } from './tickets.ts'

/** What leaves the house as files, and who took it. Read beside the chats, a piece at a time. */
export interface Exports {
  /** The whole timeline in order; the internal lane only if it was asked for. */
  entries(conversation: string, internal: boolean): Promise<Entry[]>
  names(ids: string[]): Promise<Named[]>
  /** How many tickets the list holds. */
  count(reach: TicketReach, query: TicketQuery): Promise<number>
  /** The tickets of the list, the highest number first: numbers never change, so nothing is lost or comes twice meanwhile. */
  rows(reach: TicketReach, query: TicketQuery): AsyncIterable<ExportRow[]>
  /** Writes down who took what. */
  log(by: By, taken: Taken): Promise<void>
}

/** What somebody took along. Never the words that were looked for: they may be somebody's. */
export type Taken =
  | { what: 'tickets:export'; ticket: Named; format: string; notes: boolean }
  | { what: 'tickets:export-list'; count: number; filters: TicketQuery['filters']; searched: boolean }
