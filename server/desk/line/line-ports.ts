import type { Conversation, Offer, Status } from '../../../shared/conversation.ts'
import type { Entry, PublicEntry, Reasons } from '../../../shared/entry.ts'
import type { Wish } from '../../../shared/people.ts'
import type { Summary } from '../../../shared/protocol/line.ts'
import type { Standing } from '../../../shared/queue.ts'
import type { Need, Skills } from '../../../shared/skills.ts'
import type { Priority } from '../../../shared/ticket.ts'
import type { Announcer, Change, Directory, Step } from '../ports.ts'
import type { Wait } from './estimate.ts'

/** A conversation as the waiting line sees it. */
export interface Waiting extends Pick<Conversation, 'topic' | 'needs' | 'language' | 'keptFor' | 'widened' | 'vip'> {
  conversation: string
  requester: string
  team: string
  waitingSince: string
  priority: Priority
  passedBy: Record<string, string>
  offer: Offer | null
}

/** A conversation as routing sees it. */
export interface Head {
  conversation: string
  /** When each agent last let it go by. */
  passedBy: Readonly<Record<string, string>>
  needs?: readonly Need[]
  language?: string | null
  /** Whom it is kept for while he is available. */
  keptFor?: string | null
}

/** An agent as routing sees him. */
export interface Candidate {
  agent: string
  capacity: number
  /** What he carries, offers that ring for him included. */
  load: number
  /** How many of these are offers. */
  ringing: number
  idleSince: string
  /** When the line last gave him something. */
  givenAt?: string | null
  skills?: Skills
  /** Those he writes in; none where he has not said. */
  languages?: readonly string[]
  wish: Wish
  /** A device of his is connected. */
  here: boolean
}

/** An agent as routing sees him, with what of his row an offer rests on. */
export interface Ready extends Candidate {
  missed: number
  /** The version of his standing's row. */
  version: string
}

/** Who is there for a team: available agents, their places, and how many of these nobody has yet; what rings still waits. */
export interface Staff {
  here: number
  places: number
  free: number
}

/** One pair that routing found. */
export interface Pair {
  conversation: string
  agent: string
  why: Reasons
}

/** A pair that is being offered, or about to be. */
export interface Proposal {
  offer: string
  agent: string
  team: string
  /** When it is no longer to be believed without an offer in PostgreSQL, in milliseconds. */
  till: number
}

/** The first of one kind in a team's line: all of them can be given to the same agents. The plain kind has no name. */
export interface Part {
  kind: string
  ids: string[]
}

/** The waiting line in Redis: fast, and forgetful. Every verb may fail, and every verb may be repeated. */
export interface FastLine {
  /** Whether it answers. */
  isUp(): boolean
  put(team: string, conversation: string, turn: number, kind?: string): Promise<void>
  settle(team: string, conversation: string): Promise<void>
  /** The first of each kind that nobody is being asked about, under the lease of their team; null if the line was forgotten. */
  claim(team: string, count: number, token: string, milliseconds: number): Promise<Part[] | 'held' | null>
  /** Those behind them, of one kind. */
  heads(team: string, skip: number, count: number, kind?: string): Promise<string[] | null>
  propose(pair: { team: string; conversation: string; agent: string; offer: string; room: number; till: number }): Promise<boolean>
  restore(pair: {
    team: string
    conversation: string
    agent: string
    offer: string
    till: number
    turn: number
    kind?: string
  }): Promise<void>
  release(team: string, conversation: string, offer: string): Promise<boolean>
  /** How many wait before it, or null if it is not there. */
  before(team: string, conversation: string): Promise<number | null>
  /** The first who wait in a team, those who are being asked about too. */
  first(team: string, count: number): Promise<string[]>
  count(team: string): Promise<number>
  /** Everything that waits in a team, with its turn. */
  all(team: string): Promise<Map<string, number>>
  /** Of which kind those are who are not plain. */
  kinds(team: string): Promise<Map<string, string>>
  proposals(): Promise<Map<string, Proposal>>
  /** Teams that have a line here. */
  teams(): Promise<string[]>
  /** Gives back the lease that `claim` took. */
  unlease(team: string, token: string): Promise<void>
  /** Whether all that waits was put here since Redis last forgot everything. */
  isWhole(): Promise<boolean>
  madeWhole(): Promise<void>
  /** Tells every process that who is here, or what he wishes, has changed. */
  nudge(): Promise<void>
  /** Hears the nudges of all processes; returns how to stop. */
  hear(heard: () => void): () => Promise<void>
}

/** An agent's standing, and whether he is here. */
export type PresentStanding = Standing & { here: boolean }

/** What the line reads and writes in PostgreSQL. */
export interface LineRows {
  /** The first who wait in a team, in the order in which they are offered. */
  waiting(team: string, count: number, skip?: number): Promise<Waiting[]>
  /** Those of these conversations that still wait. */
  waitingAmong(conversations: string[]): Promise<Waiting[]>
  /** The first of those who came into a line before then, ring nowhere, and may go on to that other one, where they never were. */
  movable(move: { from: string; to: string; since: Date }, count: number): Promise<string[]>
  /** How many wait, by team. */
  counts(): Promise<Map<string, number>>
  /** How many wait before this one. */
  before(waiting: { conversation: string; team: string; turn: number }): Promise<number>
  /** Who is there for each team. */
  staff(): Promise<Map<string, Staff>>
  candidates(team: string): Promise<Candidate[]>
  /** The same for whoever comes now; nobody while somebody waits whom no one is asked about. */
  ready(team: string): Promise<Ready[]>
  standings(agents: string[]): Promise<PresentStanding[]>
  wish(agent: string, wish: Wish): Promise<Standing>
  /** Conversations that this agent owns, speaks in, or is being offered. */
  heldBy(agent: string): Promise<{ conversation: string; status: Status; offer: string | null }[]>
  /** Open conversations of this requester, and whether their timelines say that he is absent. */
  openOf(requester: string): Promise<{ conversation: string; absent: boolean }[]>
  /** Lately ended waits of a team, the latest first. */
  waits(team: string, count: number): Promise<Wait[]>
  /** The agents whom these requesters know: the one who was named for them, or who helped them last and not before `since`. */
  knownAgents(requesters: string[], since: Date): Promise<Map<string, { agent: string; why: 'named' | 'last' }>>
  beginWait(wait: { conversation: string; team: string; at: string; ahead: number; places: number }): Promise<void>
  endWait(conversation: string, at: string, outcome: 'assigned' | 'left'): Promise<void>
}

/** What lists are filled from. */
export interface SummaryRows {
  /** What an agent owns, speaks in, or must still wrap up. */
  mine(agent: string): Promise<(Summary & { unread: number })[]>
  /** What waits or lies unrouted in these teams. */
  line(teams: readonly string[]): Promise<Summary[]>
  /** What rings for an agent, with why. */
  ringing(agent: string): Promise<{ conversation: Summary; offer: string; until: string; why: Reasons | null; by?: string | null }[]>
}

/** Timelines, read for other purposes than chatting. */
export interface Histories {
  /** A requester's conversations, the newest first: public entries but what was said, the last number, and what he has not seen. */
  of(requester: string, count: number): Promise<{ entries: PublicEntry[]; last: number; unread: number }[]>
  /** All that its requester may read of a conversation. */
  spoken(conversation: string): Promise<PublicEntry[]>
  /** What was decided about where it goes, oldest first. */
  decisions(conversation: string): Promise<Entry[]>
}

/** What offering needs: less than the whole line. */
export interface DispatchPorts extends Pick<LinePorts, 'conversations' | 'directory' | 'refreshDirectory' | 'now' | 'newId'> {
  fast: Pick<FastLine, 'isUp' | 'claim' | 'heads' | 'propose' | 'release' | 'settle' | 'unlease'>
  rows: Pick<LineRows, 'waiting' | 'waitingAmong' | 'candidates' | 'knownAgents'>
}

/** What comparing the line needs. */
export interface ReconcilePorts extends Pick<LinePorts, 'directory' | 'now'> {
  fast: Pick<
    FastLine,
    'all' | 'count' | 'isWhole' | 'kinds' | 'madeWhole' | 'proposals' | 'put' | 'release' | 'restore' | 'settle' | 'teams'
  >
  rows: Pick<LineRows, 'counts' | 'waiting' | 'waitingAmong'>
}

/** What the line needs of the outside world. */
export interface LinePorts {
  conversations: {
    change(step: Step): Promise<Change>
    /** As this process last saw it, which may be a moment old; undefined where it never did, or has forgotten it. */
    lately(id: string): Conversation | undefined
  }
  rows: LineRows
  fast: FastLine
  directory(): Directory
  /** Reads the directory anew, soon. */
  refreshDirectory(): Promise<void>
  /** When a team opens next, if it is closed by its hours. */
  opensAt(team: string): Date | null
  announce: Announcer
  now(): Date
  newId(): string
  onBug(error: unknown, where: string): void
}
