import type { Conversation } from '../../../shared/conversation.ts'
import { type Clock, type ShownTarget, type Standstill, type Target, type TargetRules, targets } from '../../../shared/target.ts'
import type { Directory } from '../ports.ts'
import { businessTime, openBetween } from '../time/business-time.ts'
import type { Hours } from '../time/hours.ts'

/** What says when targets are due. */
export type Timing = Pick<Directory, 'routing'>

/** By which targets and which calendar a team's clocks go now. Null hours are round the clock. */
export interface Terms {
  rules: TargetRules
  hours: Hours | null
}

/** Null where the team has no targets: then nothing is counted. */
export function termsOf(team: string, { routing }: Timing): Terms | null {
  const { targets: rules, hours = null } = routing(team)
  return rules && { rules, hours: rules.counted === 'always' ? null : hours }
}

/** Whether there is still something to answer or to solve. */
export const isOpenTicket = ({ ticket: { status } }: Conversation) => status === 'new' || status === 'in-progress' || status === 'on-hold'

/** Why a clock that is not met stands still now, if it does. */
export function standstillOf(conversation: Conversation, target: Target, { rules }: Pick<Terms, 'rules'>): 'on-hold' | 'requester' | null {
  const { status, ticket, silence } = conversation
  if (ticket.status === 'on-hold' || status === 'held') return 'on-hold'
  const rests = target === 'resolution' && rules.restsWithRequester && status === 'active' && silence?.of === 'requester'
  return rests ? 'requester' : null
}

/** A clock with all that was counted until now: the stretch that goes on counts by the settings of today. */
export function settled(clock: Clock, target: Target, conversation: Conversation, at: string, terms: Terms | null): Clock {
  const counts = terms && isOpenTicket(conversation) && standstillOf(conversation, target, terms) === null
  const more = counts ? openBetween(Date.parse(clock.from), Date.parse(at), terms.hours) : 0
  return { ...clock, used: clock.used + more, from: at }
}

/** How many milliseconds a target gives; null where there is none for its priority. */
export function givenTo(target: Target, { ticket }: Conversation, { rules }: Pick<Terms, 'rules'>): number | null {
  const minutes = rules.priorities[ticket.priority][target]
  return minutes === null ? null : minutes * 60_000
}

/** When a clock that runs is over, and from when on that is soon; null where it is never, or stands still. */
export function dueOf(clock: Clock, target: Target, conversation: Conversation, terms: Terms): { due: number; near: number } | null {
  const given = givenTo(target, conversation, terms)
  if (given === null || clock.met || !isOpenTicket(conversation) || standstillOf(conversation, target, terms)) return null
  const from = Date.parse(clock.from)
  const due = businessTime(from, given - clock.used, terms.hours)
  if (due === null) return null
  const warned = given * (1 - terms.rules.warnPercent / 100)
  return { due, near: businessTime(from, warned - clock.used, terms.hours) ?? due }
}

/** The clocks of a ticket as they stand by the settings of today. */
export function shownTargets(conversation: Conversation, timing: Timing): ShownTarget[] {
  const { clocks } = conversation
  const terms = clocks ? termsOf(conversation.team, timing) : null
  if (!clocks || !terms) return []
  return targets.flatMap((target) => {
    const clock = clocks[target]
    const isShown = clock && (clock.missed || givenTo(target, conversation, terms) !== null)
    return isShown ? [shown(clock, target, conversation, terms)] : []
  })
}

function shown(clock: Clock, target: Target, conversation: Conversation, terms: Terms): ShownTarget {
  const { met = null, missed = null } = clock
  const told = { target, met, missed }
  const still = { due: missed, near: null, stands: null, left: null }
  if (met || !isOpenTicket(conversation)) return { ...told, ...still }
  const reckoned = missed ? null : dueOf(clock, target, conversation, terms)
  if (reckoned) return { ...told, ...still, due: iso(reckoned.due), near: iso(reckoned.near) }
  const stands: Standstill | null = standstillOf(conversation, target, terms) ?? (missed ? null : 'never-open')
  const left = (givenTo(target, conversation, terms) ?? 0) - clock.used
  return { ...told, ...still, stands, left: stands && !missed ? Math.max(0, left) : null }
}

const iso = (at: number) => new Date(at).toISOString()
