import { z } from 'zod'
import type { Status } from '../conversation.ts'
import type { Entry } from '../entry.ts'
import type { Cause } from '../incident.ts'
import type { Named, Role, Wish } from '../people.ts'
import type { Promised } from '../promise.ts'
import type { Behind, Place, Standing } from '../queue.ts'
import type { ShutNow } from '../shut.ts'
import type { Hold, Silence } from '../silence.ts'
import type { ShownTarget } from '../target.ts'
import type { Priority, TicketStatus } from '../ticket.ts'
import { id, wish } from './words.ts'

export const lineQuestions = {
  /** All an agent's console starts from: who I am, the teams, my chats, the waiting line, my offers. */
  'desk:look': z.strictObject({}),
  /** Whether anybody is there: an agent, and a requester who talks, must know within seconds that the line is dead. */
  'desk:ping': z.strictObject({}),
  /** Available for chats, or away. */
  'agent:wish': z.strictObject({ wish }),
  /** Why this conversation went where it went, or still waits. */
  'conversation:why': z.strictObject({ conversation: id }),
  /** By when its team is to answer and to solve, by the settings of today. */
  'conversation:targets': z.strictObject({ conversation: id }),
}

/** A conversation as lists show it. */
export interface Summary {
  id: string
  number: number
  status: Status
  subject: string
  requester: { id: string; name: string; verified: boolean }
  team: string
  topic: string | null
  agent: string | null
  joined: string[]
  priority: Priority
  /** Its requester must not be kept waiting, and comes before others of his priority. */
  vip?: true
  ticketStatus: TicketStatus
  waitingSince: string | null
  unansweredSince: string | null
  /** Who is to speak next while people talk, since when, and what the clock did last about his silence. */
  turn: Silence | null
  /** Why and until when it rests, while it is held. */
  hold: Hold | null
  /** Who keeps talking to the requester, whatever becomes of the talk. */
  owner: string | null
  /** Who does the work; null while a team has it and nobody of it has begun. */
  worker: string | null
  /** The team that the work was sent to. */
  workTeam: string | null
  /** When the team sent it back, as something was missing. */
  returnedAt: string | null
  /** Who is asked to come into the chat. */
  asked: { id: string; agent: string; until: string } | null
  /** By when its team is to answer and to solve; absent where it has no targets. */
  targets?: ShownTarget[]
  /** The next news that the requester was promised. */
  promise: Promised | null
  /** The known incident that it belongs to. */
  incident?: Cause
  absent: boolean
  /** Somebody is to come back to the requester, rather than to answer in writing. */
  callBack: boolean
  offer: { id: string; agent: string; until: string } | null
  lastPublic: number
  changedAt: string
}

/** An offer as it rings in the console. */
export interface Ringing {
  conversation: Summary
  offer: string
  until: string
  /** Null where it was not kept. */
  why: RingingWhy | null
  /** Who asks one to come into his chat, where it is no chat of one's own that rings. */
  by?: string | null
}

/** Why an offer rings here: what its agent carries, and whom that puts behind. */
export interface RingingWhy {
  load: number
  capacity: number
  idleSeconds: number
  over: Behind | 'kept' | 'nobody'
}

export interface Colleague {
  id: string
  name: string
  role: Role
  teams: string[]
  wish: Wish
  here: boolean
  load: number
  capacity: number
}

export interface TeamView {
  id: string
  name: string
  tier: number
  topics: { id: string; name: string }[]
  open: boolean
  /** Of which an agent says one when he declines; without any, he need not. */
  declineReasons?: string[]
  /** Another word whenever its targets or the hours by which they count are set anew; absent where it has none. */
  targets?: string
  /** Closed in an emergency: by whom, since when, and what requesters read. */
  shut?: ShutNow
}

export interface DeskLook {
  me: { id: string; name: string; role: Role; teams: string[]; standing: Standing }
  teams: TeamView[]
  colleagues: Colleague[]
  /** Chats I own or have joined, with what I have not seen. */
  mine: (Summary & { unread: number })[]
  /** Waiting and unrouted conversations of my teams, in the order they will be offered. */
  line: Summary[]
  offers: Ringing[]
  at: string
}

/** What the line decides. */
export type DecisionKind = 'offered' | 'declined' | 'expired' | 'withdrawn' | 'assigned' | 'queued' | 'lost' | 'transferred'

/** One decision of the line, as it was written down. */
export type Decision = Extract<Entry, { kind: DecisionKind }>

/** Why somebody still waits, and when another team helps out, if it does. */
export type WaitingWhy = WaitingNow & { help?: { team: string; at: string } }

export type WaitingNow =
  | { kind: 'offered'; agent: string; seconds: number }
  | { kind: 'nobody-available'; team: string }
  /** Nobody who is available knows this well enough; from `widensAt` on, if ever, others may take it. */
  | { kind: 'nobody-skilled'; skills: string[]; widensAt: string | null }
  /** An agent whom the requester knows is available, and gets it first until then. */
  | { kind: 'kept'; agent: string; until: string }
  /** Agents of this team pick from the line themselves. */
  | { kind: 'by-hand'; before: number }
  /**
   * Others come first, and these are available and still cannot take it: no place free (null), or asked again in so many
   * seconds; `paced`: since he was given another one a moment ago.
   */
  | { kind: 'in-turn'; unable: { agent: string; askedAgainIn: number | null; paced?: true }[]; before: number }

export interface LineAnswers {
  'desk:look': DeskLook
  'desk:ping': null
  'agent:wish': Standing
  'conversation:targets': { targets: ShownTarget[] }
  'conversation:why': { decisions: Decision[]; names: Named[]; now: WaitingWhy | null }
}

export interface LineAnnouncements {
  /** The requester's place in the line moved. */
  'place:moved': (news: { conversation: string } & Place) => void
  /** A conversation of one's teams stands differently now: list it, move it, or take it off. */
  'conversation:changed': (news: Summary) => void
  /** "Will you take this one?" */
  'offer:made': (news: Ringing) => void
  /** The ringing stops: accepted elsewhere, expired, withdrawn. */
  'offer:over': (news: { offer: string; conversation: string; why: string }) => void
  /** My own standing changed, on whatever device, or because two offers were missed. */
  'standing:changed': (news: Standing & { why?: 'missed' }) => void
  /** Nothing is offered while the waiting line cannot be kept: said again every few seconds, and once when it is over. */
  'line:resting': (news: { resting: boolean }) => void
  /** A colleague came, went, or stands differently. */
  'colleague:changed': (news: Colleague) => void
  /** A team stands otherwise: closed or open, or set up anew. */
  'team:changed': (news: TeamView) => void
}
