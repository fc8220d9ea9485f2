import type { Conversation } from '../../../shared/conversation.ts'
import type { Entry, Trace } from '../../../shared/entry.ts'
import { clockId } from '../../../shared/people.ts'
import { type Clock, type Clocks, type Target, type TargetRules, targets } from '../../../shared/target.ts'
import type { Due } from '../dues.ts'
import { dueOf, isOpenTicket, settled, standstillOf, type Terms, type Timing, termsOf } from './target-terms.ts'

/**
 * A conversation with its clocks after one more entry. They are written down with it, as far as they were counted; the stretch that
 * goes on counts by the targets and the calendar of today. Without targets nothing is counted.
 */
export function withClocks(before: Conversation | null, after: Conversation, entry: Entry, timing: Timing): Conversation {
  const terms = termsOf(after.team, timing)
  const former = before && before.team !== after.team ? termsOf(before.team, timing) : terms
  if (!before?.clocks && !terms) return after
  const clocks = clocksAfter({ before, former }, { after, terms }, entry)
  return clocks === after.clocks ? after : { ...after, clocks }
}

interface Before {
  before: Conversation | null
  former: Terms | null
}
interface After {
  after: Conversation
  terms: Terms | null
}

function clocksAfter({ before, former }: Before, { after, terms }: After, entry: Entry): Clocks {
  if (!before?.clocks) return begun(after, entry.at)
  const missed = former ? withMissed(before.clocks, before, entry.at, former) : before.clocks
  const told = withTold(missed, entry)
  const counted = countsOtherwise({ before, former }, { after, terms }) ? allSettled(told, { before, former }, after, entry.at) : told
  return withEvents(counted, { before, former }, { after, terms }, entry)
}

const newClock = (at: string): Clock => ({ since: at, used: 0, from: at })

/** What is there to be answered or solved, from now on: nothing is counted that was before there were targets. */
function begun(after: Conversation, at: string): Clocks {
  if (!isOpenTicket(after)) return {}
  const wasAnswered = after.unansweredSince !== after.openedAt
  const first = wasAnswered || !isTalkedOf(after) ? {} : { first: newClock(at) }
  const next = wasAnswered && after.unansweredSince ? { next: newClock(at) } : {}
  return { ...first, ...next, resolution: newClock(at) }
}

const isTalkedOf = ({ status }: Conversation) => status !== 'ended'

/** Whatever is over by now was missed, whether or not the clock has come to say so. */
function withMissed(clocks: Clocks, before: Conversation, at: string, terms: Terms): Clocks {
  let after = clocks
  for (const target of targets) {
    const clock = clocks[target]
    const due = clock && !clock.missed ? dueOf(clock, target, before, terms)?.due : undefined
    if (!clock || due === undefined || due > Date.parse(at)) continue
    const until = new Date(due).toISOString()
    after = { ...after, [target]: { ...clock, missed: until }, untold: [...(after.untold ?? []), { target, until }] }
  }
  return after
}

/** What the timeline says by now need not be said again. */
function withTold(clocks: Clocks, entry: Entry): Clocks {
  if (entry.kind === 'target-near') {
    const clock = clocks[entry.target]
    return clock ? { ...clocks, [entry.target]: { ...clock, near: true } } : clocks
  }
  if (entry.kind !== 'target-missed') return clocks
  const { untold = [], ...rest } = clocks
  const left = untold.filter(({ target, until }) => target !== entry.target || until !== entry.until)
  return left.length > 0 ? { ...rest, untold: left } : rest
}

/** Whether time counts differently from now on. */
function countsOtherwise({ before, former }: Before, { after, terms }: After): boolean {
  if (!before) return false
  if (before.team !== after.team || before.ticket.priority !== after.ticket.priority || isOpenTicket(before) !== isOpenTicket(after))
    return true
  return targets.some((target) => former && terms && standstillOf(before, target, former) !== standstillOf(after, target, terms))
}

/** Counts what went by until now, under the terms of that time. Where another time is given, its owner may be warned anew. */
function allSettled(clocks: Clocks, { before, former }: Before, after: Conversation, at: string): Clocks {
  const isOther = before !== null && (before.team !== after.team || before.ticket.priority !== after.ticket.priority)
  const counted = { ...clocks }
  for (const target of targets) {
    const clock = clocks[target]
    if (!before || !clock || clock.met) continue
    const { near, ...rest } = settled(clock, target, before, at, former)
    counted[target] = near && !isOther ? { ...rest, near } : rest
  }
  return counted
}

function withEvents(clocks: Clocks, { before, former }: Before, { after, terms }: After, entry: Entry): Clocks {
  if (!before) return clocks
  const [was, is] = [isOpenTicket(before), isOpenTicket(after)]
  if (after.ticket.status === 'cancelled') return without(clocks, ['first', 'next', 'resolution'])
  if (was && !is) return met(without(met(clocks, 'first', entry.at), ['next']), 'resolution', entry.at)
  if (!was && is) return clocks.resolution ? again(clocks, entry.at) : { ...begun(after, entry.at), ...clocks }
  if (!is) return clocks
  const answered = isAnswer(entry, before, after) ? met(clocks, 'first', entry.at) : clocks
  const ended = after.status === 'ended' && before.status !== 'ended' ? withoutOpen(answered, ['first', 'next']) : answered
  return withNext(ended, before, after, entry.at, (terms ?? former)?.rules)
}

/** A word of the desk to the requester, or whatever else leaves him with nothing to wait for. */
function isAnswer(entry: Entry, before: Conversation, after: Conversation): boolean {
  const isWord = entry.kind === 'said' || entry.kind === 'guide-started' || entry.kind === 'step-added'
  // What was written once for many answers nobody who waits for an answer of his own.
  if (entry.kind === 'said' && entry.news && before.unansweredSince !== null) return false
  if (isWord) return entry.by !== before.requester && entry.by !== clockId
  return before.unansweredSince !== null && after.unansweredSince === null && entry.kind !== 'awaited' && entry.kind !== 'ended'
}

function met(clocks: Clocks, target: Target, at: string): Clocks {
  const clock = clocks[target]
  return clock && !clock.met ? { ...clocks, [target]: { ...clock, met: at } } : clocks
}

function without(clocks: Clocks, gone: readonly Target[]): Clocks {
  if (!gone.some((target) => clocks[target])) return clocks
  const left = { ...clocks }
  for (const target of gone) delete left[target]
  return left
}

const withoutOpen = (clocks: Clocks, gone: readonly Target[]) =>
  without(
    clocks,
    gone.filter((target) => !clocks[target]?.met),
  )

/** It was not solved after all: its time goes on where it was. */
function again(clocks: Clocks, at: string): Clocks {
  const { met: _, ...clock } = clocks.resolution ?? newClock(at)
  return { ...clocks, resolution: { ...clock, from: at } }
}

/** Each wait after the first answer has a time of its own. */
function withNext(clocks: Clocks, before: Conversation, after: Conversation, at: string, rules: TargetRules | undefined): Clocks {
  const [was, is] = [before.unansweredSince !== null, after.unansweredSince !== null]
  if (was === is) return clocks
  if (was) return met(clocks, 'next', at)
  const isFirst = clocks.first && !clocks.first.met
  return isFirst || !rules || !hasNext(rules) ? clocks : { ...clocks, next: newClock(at) }
}

const hasNext = ({ priorities }: TargetRules) => Object.values(priorities).some(({ next }) => next !== null)

/** The owner is warned while there is time left, and those who supervise are told once there is none: each once. */
export function targetDues(conversation: Conversation, timing: Timing): Due[] {
  const { clocks } = conversation
  if (!clocks) return []
  const late = (clocks.untold ?? []).map((one) => missedDue(one.target, one.until))
  const terms = termsOf(conversation.team, timing)
  return terms ? [...late, ...targets.flatMap((target) => duesOf(clocks[target], target, conversation, terms))] : late
}

function duesOf(clock: Clock | undefined, target: Target, conversation: Conversation, terms: Terms): Due[] {
  const reckoned = clock && !clock.missed ? dueOf(clock, target, conversation, terms) : null
  if (!clock || !reckoned) return []
  const until = new Date(reckoned.due).toISOString()
  const missed = missedDue(target, until)
  // After a stop that outlasted both, only what matters by then is said.
  const isWarned = clock.near || terms.rules.warnPercent === 0
  return isWarned ? [missed] : [missed, { at: reckoned.near, leaves: () => [{ kind: 'target-near', target, until }] }]
}

const missedDue = (target: Target, until: string): Due => ({
  at: Date.parse(until),
  leaves: (): Trace[] => [{ kind: 'target-missed', target, until }],
})
