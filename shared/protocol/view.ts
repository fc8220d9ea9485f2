import { z } from 'zod'
import { ticketFilters, ticketSort } from './ticket-list.ts'
import { count, id, text, words } from './words.ts'

/** What a list of tickets is narrowed to and ordered by. */
export const ticketQuery = z.strictObject({
  filters: ticketFilters.default({}),
  words: text(200).default(''),
  sort: ticketSort.default('changed'),
  /** The other way round than is usual for this order. */
  reversed: z.boolean().default(false),
})
export type TicketQuery = z.output<typeof ticketQuery>

/** For whom a view is. */
const whose = z.union([z.literal('mine'), z.strictObject({ team: id })])

/** Lists of tickets that somebody keeps under a name. */
export const viewQuestions = {
  /** One's own, and those of one's teams. */
  'views:list': z.strictObject({}),
  /** Adds (version 0) or changes one. Of those of a team, agents change only what they made themselves. */
  'views:save': z.strictObject({ view: id, version: count, name: words(60), whose, query: ticketQuery }),
  /** Forgets one. Of those of a team, agents remove only what they made themselves. */
  'views:remove': z.strictObject({ view: id, version: count }),
}

export interface TicketViewKept {
  id: string
  name: string
  whose: z.output<typeof whose>
  query: TicketQuery
  /** Whether the one who asks may change it. */
  changeable: boolean
  version: number
}

export interface ViewAnswers {
  'views:list': { views: TicketViewKept[] }
  'views:save': TicketViewKept
  'views:remove': null
}
