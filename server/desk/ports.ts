import type { RemoteHelp } from '../../shared/consent.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Entry, Reasons, Trace } from '../../shared/entry.ts'
import type { GuardRules } from '../../shared/guard.ts'
import type { GuideContent } from '../../shared/guide.ts'
import type { LookField } from '../../shared/look.ts'
import type { Role, Who } from '../../shared/people.ts'
import type { Act, Left } from '../../shared/protocol/conversation.ts'
import type { Announcements } from '../../shared/protocol.ts'
import type { DeskSettings, Standing } from '../../shared/queue.ts'
import type { Shut } from '../../shared/shut.ts'
import type { Need } from '../../shared/skills.ts'
import type { ShownTarget } from '../../shared/target.ts'
import type { Routing } from '../../shared/team-routing.ts'
import type { CallAct } from './calls.ts'
import type { KeptFile } from './files.ts'
import type { SendArticle } from './knowledge/article-acts.ts'

/** What happens by itself. The clock's acts are never on the wire. */
export type ClockAct =
  /** Rings for the agent, or gives it to him at once where his team wants it so. */
  | { kind: 'offer'; offer: string; agent: string; why: Reasons }
  /** The requester knows this agent, and waits for him first. */
  | { kind: 'keep-for'; agent: string; why: 'named' | 'last' }
  | { kind: 'lose'; agent: string; why: 'gone' | 'disabled' }
  /** It rings for somebody who went away. */
  | { kind: 'withdraw'; offer: string }
  /** The next news of an incident, which an agent wrote once for everybody: it comes in his name, whatever he may see. */
  | {
      kind: 'bring-news'
      incident: string
      edition: number
      title: string
      agent: string
      name: string
      text: string
      isLast: boolean
      reopens: boolean
    }
  | { kind: 'absent' }
  | { kind: 'present' }
  /** A colleague accepted what was offered to him at the end of a shift: an act of whoever offered it. */
  | { kind: 'hand-over'; agent: string; line: string }
  /** Whatever is due by now: an offer runs out, somebody has been silent for too long, a record is logged. */
  | { kind: 'tick' }

/** One thing that somebody wants to do in one conversation. */
export interface Step {
  conversation: string
  who: Who
  act: Act | ClockAct | CallAct | SendArticle
  /** The client's id of the act; null for the clock, whose acts are harmless to repeat. */
  id: string | null
}

/** A step that follows at once, and the standing that it rests on, in this version of its row. */
export interface Foreseen {
  step: Step
  standing: Standing
  version: string
}

/** What a step did. */
export interface Change {
  before: Conversation | null
  conversation: Conversation
  entries: Entry[]
  /** Standings that changed with it. */
  standings: Standing[]
  left: Left['left']
}

export interface AgentView {
  id: string
  name: string
  role: Role
  teams: readonly string[]
  disabled: boolean
  /** A connection of his lives, or was there within the grace time. */
  here: boolean
}

export interface TeamRow {
  id: string
  name: string
  tier: number
  /** Inside its opening hours, and not closed in an emergency. */
  open: boolean
  /** Who closed it in an emergency, if somebody did. */
  shut?: Shut
  topics: readonly { id: string; name: string }[]
}

/** A category as rules need it. */
export interface CategoryRow {
  id: string
  path: string
  /** Chosen no longer. */
  closed: boolean
}

/** A guide that people may be led through now. */
export interface GuideAtHand {
  id: string
  edition: number
  content: GuideContent
}

/** An incident that is known and not over: many people, one cause. */
export interface IncidentAtHand {
  id: string
  title: string
  /** What requesters read of it now. */
  text: string
  /** When they hear more. */
  nextBy: string | null
  team: string | null
  /** For whom it is shown: for these topics and the pages of these sites; for everybody where there are none. */
  topics: readonly string[]
  sites: readonly string[]
  /** The number of the latest news. */
  edition: number
  declaredAt: string
  changedAt: string
}

/** The ordinary rows that rules need, as they were a moment ago. */
export interface Directory {
  settings: DeskSettings
  /** What requesters are asked before they begin. */
  fields: readonly LookField[]
  teams: readonly TeamRow[]
  team(id: string): TeamRow | null
  /** How a team's line is routed; a team that is not there has what is so by default. */
  routing(team: string): Routing
  /** A topic, with what its conversations ask of their agents. */
  topic(id: string): { id: string; team: string; needs: readonly Need[] } | null
  agent(id: string): AgentView | null
  agents(): readonly AgentView[]
  /** A category by its id or its whole path, in whatever case. */
  category(named: string): CategoryRow | null
  /** What administrators listed for help from afar; absent where that is nothing. */
  remote?: RemoteHelp
  /** What is secret at this desk. */
  guard: GuardRules
  /** Whether there is any category to choose. */
  hasCategories: boolean
  /** A guide that is published. */
  guide(id: string): GuideAtHand | null
  /** All of them, in the order of their names. */
  guides: readonly GuideAtHand[]
  /** What many people have at the same time now. */
  incidents: readonly IncidentAtHand[]
  /** Whether somebody of this team is here and available. */
  attended(team: string): boolean
}

/** What says when something is due. */
export type Settled = Pick<Directory, 'settings' | 'routing' | 'topic' | 'teams'>

/** A read-only view of what `decide` needs beyond the conversation. Standings are locked while it looks. */
export interface DeskView extends Directory {
  now: Date
  /** The ticket number that was drawn for an opening. */
  number: number
  standing(agent: string): Standing | null
  /** How many wait in this team's line; only there where the rules asked for it, and then nobody else joins meanwhile. */
  waitingIn(team: string): number
  /** What of this requester is open already: his one chat, and how many messages nobody has answered yet. */
  openOf(requester: string): OpenOf
  /** SHA-256 over the digests of all entries so far, in hexadecimal; only there when the rules asked for it. */
  digest: string | null
  /** Another conversation that this step names, as it was a moment ago. */
  other(id: string): Conversation | null
  /** A file that this step names, if there is one; locked while it is decided. */
  file(id: string): KeptFile | null
}

export interface OpenOf {
  chat: string | null
  messages: number
}

/** What the memory must know to keep a step: the rules, and what they look at. */
export interface Rules {
  decide(conversation: Conversation | null, step: Step, desk: DeskView): Trace[]
  /** The agents whose standing this step may change; locked before it is decided. */
  agentsTouched(conversation: Conversation | null, step: Step, settled: Settled): string[]
  /** The teams of which this step must know how many wait for them. */
  linesCounted(conversation: Conversation | null, step: Step, settled: Settled): string[]
  /** Whether this step needs the digest of the timeline so far. */
  wantsDigest(conversation: Conversation | null, step: Step, now: Date, settings: DeskSettings): boolean
  /** The requester of whom this step needs to know what is open already. */
  requesterTouched(conversation: Conversation | null, step: Step): string | null
  /** Refuses a change of state that the tables of states do not know. */
  checkMove(before: Conversation | null, after: Conversation): void
  /** When the clock must look at the conversation next; what it looked at before `since`, and what waits for others, is left out. */
  dueAt(conversation: Conversation, settled: Settled, since?: Date | null): Date | null
  /** By when its team is to answer and to solve. */
  targetsOf(conversation: Conversation, settled: Pick<Settled, 'routing'>): ShownTarget[]
  /** What must leave the house because of these entries. */
  outgoing(conversation: Conversation, entries: Entry[]): { kind: string; payload: object }[]
}

/** Tells everybody in a room, on whatever process they are. One room at a time, so that rooms stay where they are needed. */
export interface Announcer {
  tell<A extends keyof Announcements>(room: string, announcement: A, news: Parameters<Announcements[A]>[0]): void
}
