import { z } from 'zod'
import type { Duty } from '../hand-over.ts'
import type { Named } from '../people.ts'
import { id, text } from './words.ts'

/** How many conversations go into one hand-over. */
export const mostHanded = 100

const one = z.strictObject({ handOver: id })

/** What agents ask at the end of a shift and at the beginning of the next. */
export const handOverQuestions = {
  /** All that I would leave behind, the most pressing first; what lies in a hand-over of mine already is left out. */
  'hand-over:look': z.strictObject({}),
  /** Those for me and my teams, mine, and, for those who supervise, all that nobody took: open ones, and what came of others since yesterday. */
  'hand-over:list': z.strictObject({}),
  /** Offers what is mine to a colleague or a team, with a line about each. Nothing changes hands before somebody accepts. */
  'hand-over:offer': z.strictObject({
    handOver: id,
    to: z.union([z.strictObject({ agent: id }), z.strictObject({ team: id })]),
    note: text(1000),
    items: z
      .array(z.strictObject({ conversation: id, line: text(500) }))
      .min(1)
      .max(mostHanded),
  }),
  /** Takes all of it. Whoever is second is refused. The same agent may ask again: what was missing is done then. */
  'hand-over:accept': one,
  /** Not me: it stays with whom it was. Only for whom it was meant by name. */
  'hand-over:decline': z.strictObject({ handOver: id, reason: text(200) }),
  /** It stays with me after all. */
  'hand-over:take-back': one,
}

/** One conversation that changes hands, as it stands now. */
export interface HandedItem {
  conversation: string
  number: number
  requester: string
  subject: string
  duties: Duty[]
  /** By when news was promised, and what about. */
  promise: { until: string; about: string } | null
  /** Until when and why its chat rests. */
  hold: { until: string | null; reason: string } | null
  waitingSince: string | null
  /** The guide that runs. */
  guide: string | null
  /** The team that the work was sent to. */
  workTeam: string | null
  /** What whoever gives it wants known about it. */
  line: string
  /** `taken`, or `gone`: by then it was not his any more. */
  outcome: 'taken' | 'gone' | null
}

export interface HandOver {
  id: string
  from: Named
  to: { agent: Named } | { team: Named }
  note: string
  at: string
  state: 'open' | 'accepted' | 'declined' | 'taken-back'
  /** Who accepted or declined it. */
  by: Named | null
  decidedAt: string | null
  reason: string
  items: HandedItem[]
}

export interface HandOverAnswers {
  'hand-over:look': { items: HandedItem[] }
  'hand-over:list': { handOvers: HandOver[] }
  'hand-over:offer': HandOver
  'hand-over:accept': HandOver
  'hand-over:decline': HandOver
  'hand-over:take-back': HandOver
}

export interface HandOverAnnouncements {
  /** A hand-over that concerns me is there, or came to its end: ask for the list. */
  'hand-over:changed': (news: { handOver: string }) => void
}
