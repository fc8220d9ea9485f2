import { z } from 'zod'
import type { Named } from '../people.ts'
import { count, id, words } from './words.ts'

const ids = z.array(id).max(50)

/** What is said of an incident. */
const about = {
  title: words(160),
  /** What requesters read of it: what is known, and what they can do meanwhile. */
  text: words(2000),
  /** When they hear more, where that is known. */
  nextBy: z.iso.datetime().nullable(),
  /** For whom it is shown: for these topics, on the pages of these sites; for everybody where both are empty. */
  topics: ids,
  sites: ids,
}

/** News for everybody at once. `id` is the client's: the same again is answered the same, and written once. */
const news = { incident: id, id, text: words(2000), asIs: z.literal(true).optional() }

/** What is asked about known incidents: many people, one cause. */
export const incidentQuestions = {
  /** Those that are open, and those that were resolved in the last 30 days. */
  'incident:list': z.strictObject({}),
  /** One, with all news that were written. Its tickets are found by `ticket:list`. */
  'incident:read': z.strictObject({ incident: id }),
  /** Makes one known, from a conversation that is the first of it, or from none. The client chooses its id. */
  'incident:declare': z.strictObject({ incident: id, conversation: id.nullable(), ...about }),
  /** Says otherwise what it is, and for whom. `version` is the one that was looked at. */
  'incident:save': z.strictObject({ incident: id, version: count, ...about }),
  /** Writes news once for everybody of it: into every chat and on every page. It is what newcomers read from now on. */
  'incident:tell': z.strictObject({ ...news, nextBy: z.iso.datetime().nullable() }),
  /** The last news: every ticket of it is resolved with these words, but where people still talk. */
  'incident:resolve': z.strictObject({ ...news }),
  /** It was resolved too early: it is known again, everybody hears why, and what the last news resolved is open again. */
  'incident:reopen': z.strictObject({ ...news, nextBy: z.iso.datetime().nullable() }),
  /** A requester asks what is known now, and of what he is part. */
  'incident:known': z.strictObject({}),
}

/** An incident as agents see it. */
export interface IncidentRow {
  id: string
  title: string
  text: string
  nextBy: string | null
  team: Named | null
  topics: string[]
  sites: string[]
  state: 'open' | 'resolved'
  /** The number of its latest news. */
  edition: number
  declaredBy: Named | null
  /** Who sees to it that news comes: whoever declared it, until he hands it over. */
  owner: Named | null
  declaredAt: string
  resolvedAt: string | null
  /** Until when it may be opened again, once it is resolved. */
  reopensUntil: string | null
  /** The number of the ticket that it was declared from, where it was one. */
  origin: number | null
  tickets: {
    all: number
    /** Not resolved yet. */
    open: number
    /** Of these, people talk or wait to. */
    talking: number
    /** The latest news is still on its way to so many. */
    toTell: number
  }
  /** Whether whoever asks may write news and resolve it. */
  mayLead: boolean
  version: number
}

/** News that was written once for all. */
export interface IncidentNews {
  edition: number
  at: string
  by: string
  text: string
  isLast: boolean
  /** With it, what was over was known again. */
  reopens: boolean
  /** How many it reached by now. */
  told: number
}

/** A known incident as requesters read it. */
export interface KnownIncident {
  id: string
  title: string
  text: string
  nextBy: string | null
  topics: readonly string[]
  since: string
  /** The reader's own ticket of it; null as long as he has not said "me too". */
  mine: { conversation: string; number: number } | null
}

export interface IncidentAnswers {
  'incident:list': { incidents: IncidentRow[]; sites: Named[] }
  'incident:read': { incident: IncidentRow; news: IncidentNews[] }
  'incident:declare': IncidentRow
  'incident:save': IncidentRow
  'incident:tell': IncidentRow
  'incident:resolve': IncidentRow
  'incident:reopen': IncidentRow
  'incident:known': { incidents: KnownIncident[] }
}

export interface IncidentAnnouncements {
  /** An incident was declared, changed or resolved, or the number of its tickets moved: look again. */
  'incident:changed': (news: { incident: string }) => void
}
