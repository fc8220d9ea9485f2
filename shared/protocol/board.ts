import { z } from 'zod'
import type { Speaker } from '../silence.ts'
import type { Impact, Urgency } from '../ticket.ts'
import type { Summary, WaitingWhy } from './line.ts'

export const boardQuestions = {
  /**
   * The live board of all teams that one oversees: who waits, who is here, what runs. Looking subscribes: each team whose board
   * changes is told as `board:changed`, at most once a second, until `board:close`. The same call brings a client back.
   */
  'board:look': z.strictObject({}),
  /** Stop hearing of the board. */
  'board:close': z.strictObject({}),
}

/** How an agent stands, in one word. `full` has no free place; in `wrap-up` nobody talks, and a ticket still wants its outcome. */
export type AgentState = 'available' | 'full' | 'wrap-up' | 'away' | 'offline'

/** An agent as the board shows him. Who is in several teams stands in each of them, with all that he has. */
export interface BoardAgent {
  id: string
  name: string
  state: AgentState
  /** Since when. */
  since: string
  load: number
  capacity: number
  /** Chats that run with him, in whatever team; of these, how many wait for a word of his for too long; and what he wraps up. */
  chats: number
  silent: number
  wrapUps: number
}

/** A conversation as the board shows it. */
export interface BoardRow extends Summary {
  impact: Impact
  urgency: Urgency
  /** Who is to speak next, since when, and whether that is for too long. Null while it waits or rests. */
  silent: { of: Speaker; since: string; long: boolean } | null
  /** Why it waits; null where it is offered to somebody, or runs. */
  why: WaitingWhy | null
}

/** One team on the board. The rows are the first of many; the figures count all. */
export interface TeamBoard {
  team: string
  name: string
  waiting: number
  longestSince: string | null
  running: number
  /** Running chats in which somebody is silent for too long. */
  silent: number
  /** Places of those who are available, and how many of them nobody has. */
  places: number
  free: number
  line: BoardRow[]
  /** Running chats: who waits longest for an answer stands first. */
  chats: BoardRow[]
  /** Requesters who were promised news: how many, how many of them heard nothing in time, and the first who are owed it. */
  promises: { open: number; broken: number; first: BoardRow[] }
  /** How many tickets are nearly due, and how many are over; absent where the team has no targets. */
  targets?: { soon: number; late: number }
  agents: BoardAgent[]
  /** When this was so. */
  at: string
}

export interface BoardLook {
  teams: TeamBoard[]
  at: string
}

export interface BoardAnswers {
  'board:look': BoardLook
  'board:close': null
}

export interface BoardAnnouncements {
  /** A team stands differently than it did. */
  'board:changed': (news: TeamBoard) => void
}
