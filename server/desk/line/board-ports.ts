import type { Conversation } from '../../../shared/conversation.ts'
import type { Wish } from '../../../shared/people.ts'
import type { TeamBoard } from '../../../shared/protocol/board.ts'
import type { Directory } from '../ports.ts'
import type { Candidate, Waiting } from './line-ports.ts'

/** An agent and what he has, as the memory counts it. */
export interface AgentAtWork {
  id: string
  name: string
  teams: string[]
  wish: Wish
  /** A device of his is connected. */
  here: boolean
  load: number
  capacity: number
  /** Since when wish, presence and having a free place are as they are. */
  standsSince: string
  chats: number
  silent: number
  wrapUps: number
  /** When the first of what he wraps up ended. */
  wrapsSince: string | null
}

/** What runs in a team: how much, and the first of it. */
export interface Running {
  team: string
  running: number
  silent: number
  first: Conversation[]
}

/** News that is promised in a team: how much, how much of it is late, and what is owed first. */
export interface Owed {
  team: string
  open: number
  broken: number
  first: Conversation[]
}

/** What is due in a team: how much of it soon, and how much is over. */
export interface Timed {
  team: string
  soon: number
  late: number
}

/** What the board is read from, beside those whom routing knows. Reading keeps no chat waiting. */
export interface BoardRows {
  waits(teams: readonly string[]): Promise<{ team: string; count: number; longestSince: string }[]>
  /** The first who wait in a team, in the order in which they are offered. */
  waiting(team: string, count: number): Promise<Waiting[]>
  candidates(team: string): Promise<Candidate[]>
  states(conversations: readonly string[]): Promise<Conversation[]>
  /** Silent is a chat whose requester has waited for a word since before its team's moment, or who was asked whether he is there. */
  running(teams: readonly string[], each: number, silentBefore: ReadonlyMap<string, Date>): Promise<Running[]>
  promises(teams: readonly string[], each: number): Promise<Owed[]>
  targets(teams: readonly string[]): Promise<Timed[]>
  agents(teams: readonly string[], silentBefore: ReadonlyMap<string, Date>): Promise<AgentAtWork[]>
}

export interface BoardPorts {
  rows: BoardRows
  directory(): Directory
  /** Whether somebody who is connected to this process looks at the team. */
  isWatched(team: string): boolean
  /** Tells those of them. */
  tell(team: string, news: TeamBoard): void
  now(): Date
  onBug(error: unknown, where: string): void
}
