import type { Attention } from './attention.ts'
import { type ClosingRules, usualClosing } from './closing.ts'
import { type LineLimits, noLimits, type Overflow } from './crowding.ts'
import type { Notice } from './notice.ts'
import type { DeskSettings } from './queue.ts'
import type { Shut } from './shut.ts'
import { noSilenceRules, type SilenceRules } from './silence.ts'
import type { Calendar, TargetRules } from './target.ts'

/** How a team's agent is chosen. `manual`: nobody is chosen, agents pick from the line themselves. */
export const methods = ['least-loaded', 'longest-idle', 'round-robin', 'manual'] as const
export type Method = (typeof methods)[number]

/** Whether a chosen agent is asked, or given the conversation without being asked. */
export const assignments = ['offer', 'automatic'] as const
export type Assignment = (typeof assignments)[number]

/**
 * How one team's line is routed, as an administrator saves it: one document. A new setting is a field here, a default below,
 * and its bounds in `shared/protocol/team-routing.ts`; nothing else has to learn that it exists.
 */
export interface TeamRouting {
  method: Method
  assignment: Assignment
  /** How long an offer rings; null is as for the whole desk. */
  offerSeconds: number | null
  /** How long an agent who let an offer go by is not asked about it again; null is as for the whole desk. */
  reofferAfterSeconds: number | null
  /** What an agent may choose from when he declines; with none, he need not say why. */
  declineReasons: string[]
  /** At least so long between two that are given to one agent; 0 is at once. */
  pacingSeconds: number
  /** Whoever speaks the requester's language comes before everybody else. */
  languageFirst: boolean
  /** After so many seconds a required skill is only preferred; null is never. */
  widenAfterSeconds: number | null
  /** How long somebody who comes back is kept for the agent he knows, while that one is available; 0 is not at all. */
  keepForSeconds: number
  /** What a conversation counts in its agent's load while he need not attend to it; in hand it counts 1. */
  weights: Weights
  /** What happens by itself when a requester or an agent falls silent. */
  silence: SilenceRules
  /** How many may wait, and for how long. */
  limits: LineLimits
  /** Who helps out; null is nobody. */
  overflow: Overflow | null
  /** Closed now whatever its hours say, with what requesters are told; null is not. */
  emergency: Notice | null
  /** What must be filled in before a ticket is resolved. */
  closing: ClosingRules
  /** Within what time it answers and solves; null is as it comes. */
  targets: TargetRules | null
}

export const defaultRouting: TeamRouting = {
  method: 'least-loaded',
  assignment: 'offer',
  offerSeconds: null,
  reofferAfterSeconds: null,
  declineReasons: [],
  pacingSeconds: 0,
  languageFirst: true,
  widenAfterSeconds: 300,
  keepForSeconds: 0,
  weights: { awaiting: 1, held: 1, 'wrap-up': 0 },
  silence: noSilenceRules,
  limits: noLimits,
  overflow: null,
  emergency: null,
  closing: usualClosing,
  targets: null,
}

/** In hundredths at the most: a load is counted exactly. */
export type Weights = Readonly<Record<Exclude<Attention, 'active'>, number>>

/** What a team may leave to the whole desk. */
type Left = 'offerSeconds' | 'reofferAfterSeconds'

/** A team's routing as it counts: nothing is left open. By its opening hours its targets count; without any it is always open. */
export type Routing = Omit<TeamRouting, Left> & Pick<DeskSettings, Left> & { hours?: Calendar | null }

/** As it may have been saved: the text of an emergency once was the same for all languages. Who closed the team stands beside it. */
export type SavedRouting = Partial<Omit<TeamRouting, 'emergency'>> & { emergency?: Notice | string | null; shut?: Shut }

/** What was saved, with defaults for what is newer than that. */
export function wholeRouting(saved: SavedRouting | null): TeamRouting {
  const { shut: _, emergency = null, ...routing } = saved ?? {}
  return { ...defaultRouting, ...routing, emergency: typeof emergency === 'string' ? { en: emergency, de: emergency } : emergency }
}

/** What counts for a team: its own, and the desk's where it says nothing. */
export function routingFor(saved: SavedRouting | null, desk: Pick<DeskSettings, Left>): Routing {
  const routing = wholeRouting(saved)
  return {
    ...routing,
    offerSeconds: routing.offerSeconds ?? desk.offerSeconds,
    reofferAfterSeconds: routing.reofferAfterSeconds ?? desk.reofferAfterSeconds,
  }
}
