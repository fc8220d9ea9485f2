import { z } from 'zod'
import type { Duty } from '../hand-over.ts'
import type { Named } from '../people.ts'
import { id, text } from './words.ts'

/** How many conversations go into one hand-over. */
export const mostHanded = 100

const one = z.strictObject({ handOver: id })

/** What agents ask at the end of a shift and at the beginning of the next. */
export const handOverQuestions = {
  /** All that I would leave behind, the most pressing first, and the incidents of my teams; what lies in a hand-over of mine already is left out. */
  'hand-over:look': z.strictObject({}),
  /** Those for me and my teams, mine, and, for those who supervise, all that nobody took: open ones, and what came of others since yesterday. */
  'hand-over:list': z.strictObject({}),
  /** Offers what is mine to a colleague or a team, with a line about each. Nothing changes hands before somebody accepts. */
  'hand-over:offer': z.strictObject({
    handOver: id,
    to: z.union([z.strictObject({ agent: id }), z.strictObject({ team: id })]),
    note: text(1000),
    items: z.array(z.strictObject({ conversation: id, line: text(500) })).max(mostHanded),
    /** Known incidents that are mine; with `items`, one at least. */
    incidents: z
      .array(z.strictObject({ incident: id, line: text(500) }))
      .max(mostHanded)
      .optional(),
  }),
  /** Takes all of it. Whoever is second is refused. The same agent may ask again: what was missing is done then. */
  'hand-over:accept': one,
  /** Not me: it stays with whom it was. Whom it was meant for by name ends it by that; of a team, the others still see it. */
  'hand-over:decline': z.strictObject({ handOver: id, reason: text(200) }),
  /** Takes back that I declined it, as long as nobody took it, or offered it anew. */
  'hand-over:reconsider': one,
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

/** A known incident, as it stands now. */
export interface HandedIncident {
  incident: string
  title: string
  /** What requesters read of it now. */
  text: string
  state: 'open' | 'resolved'
  owner: Named | null
  /** When news of it was last written; null before the first. */
  lastNewsAt: string | null
  /** When requesters were promised more. */
  nextBy: string | null
  /** How many tickets are of it. */
  joined: number
  /** It changes hands with the rest; others of the giver's teams are to be known of only. */
  goes: boolean
  line: string
  /** `taken`, or `gone`: by then it was over, or somebody else's. */
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
  /** Those of its team who said that it is not for them. */
  declines: { by: Named; reason: string; at: string }[]
  /** It is open, and none of those whom it was meant for can or will take it. */
  nobodyLeft: boolean
  items: HandedItem[]
  incidents: HandedIncident[]
}

export interface HandOverAnswers {
  'hand-over:look': { items: HandedItem[]; incidents: HandedIncident[] }
  'hand-over:list': { handOvers: HandOver[] }
  'hand-over:offer': HandOver
  'hand-over:accept': HandOver
  'hand-over:decline': HandOver
  'hand-over:reconsider': HandOver
  'hand-over:take-back': HandOver
}

export interface HandOverAnnouncements {
  /** A hand-over that concerns me is there, or came to its end: ask for the list. */
  'hand-over:changed': (news: { handOver: string }) => void
}
