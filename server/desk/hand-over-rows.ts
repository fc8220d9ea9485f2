import type { Conversation } from '../../shared/conversation.ts'
import type { Named } from '../../shared/people.ts'
import type { HandedIncident, HandedItem, HandOver } from '../../shared/protocol/hand-over.ts'
import type { Heard } from '../../shared/protocol.ts'
import type { By } from './people.ts'

/** A hand-over as it is kept. */
export interface KeptHandOver extends Omit<HandOver, 'to' | 'items' | 'incidents' | 'nobodyLeft'> {
  toAgent: Named | null
  toTeam: Named | null
  items: KeptItem[]
  incidents: KeptIncident[]
}

export interface KeptItem {
  /** How its conversation stands now. */
  conversation: Conversation
  line: string
  /** The act by which it changes hands: the same one however often it is tried. */
  act: string
  outcome: HandedItem['outcome']
}

/** An incident as it stands now. */
export interface IncidentNow extends Omit<HandedIncident, 'goes' | 'line' | 'outcome'> {
  team: string | null
}

/** One that changes hands with the rest. */
export interface KeptIncident extends IncidentNow, Pick<HandedIncident, 'line' | 'outcome'> {}

/** Whose hand-overs somebody may see: those of these teams, or all. */
export interface HandOverReach {
  agent: string
  teams: readonly string[]
  watchesAll: boolean
}

/** What a hand-over comes to. */
export type Settled = Exclude<HandOver['state'], 'open'>

export interface HandOverRows {
  /** Conversations in which this agent may owe something. */
  owned(agent: string): Promise<Conversation[]>
  /** The incidents that are open, whosever they are. */
  incidents(): Promise<IncidentNow[]>
  list(reach: HandOverReach, now: Date): Promise<KeptHandOver[]>
  read(id: string): Promise<KeptHandOver | null>
  /** Those that nobody has taken, declined for all or taken back. */
  open(): Promise<KeptHandOver[]>
  /** Those that were accepted, and of which something is still where it was a while ago. */
  unfinished(now: Date): Promise<KeptHandOver[]>
  offer(by: By, wanted: Heard<'hand-over:offer'>): Promise<void>
  /** Refused where somebody was quicker. Its incidents change hands with the same commit. */
  settle(by: By, id: string, state: Settled, reason: string): Promise<void>
  /** One of its team does not take it. */
  decline(by: By, id: string, reason: string): Promise<void>
  /** He may take it after all. */
  reconsider(by: By, id: string): Promise<void>
  note(id: string, outcomes: { conversation: string; outcome: 'taken' | 'gone' }[]): Promise<void>
  /** What came to its end a month ago: the timelines and the audit log tell of it. */
  forget(now: Date): Promise<void>
}
