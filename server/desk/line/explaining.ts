import type { Conversation } from '../../../shared/conversation.ts'
import type { Entry, Reasons } from '../../../shared/entry.ts'
import type { Named } from '../../../shared/people.ts'
import type { Decision, DecisionKind, RingingWhy, WaitingNow, WaitingWhy } from '../../../shared/protocol/line.ts'
import { type Behind, hasRoom } from '../../../shared/queue.ts'
import type { Need } from '../../../shared/skills.ts'
import { needsOf } from '../kinds.ts'
import type { Directory, Settled } from '../ports.ts'
import { helpFor } from './crowding.ts'
import type { Candidate } from './line-ports.ts'
import { isAvailable, isSkilled } from './routing.ts'
import { widensAt } from './widening.ts'

/** Why it rings here, for the one it rings for: facts, which the console words. */
export function whyRinging(why: Reasons | null): RingingWhy | null {
  if (!why) return null
  const { load, capacity, idleSeconds } = why.chosen
  return { load, capacity, idleSeconds, over: overWhom(why) }
}

function overWhom({ kept, others }: Reasons): RingingWhy['over'] {
  if (kept) return 'kept'
  return others.flatMap(({ why }) => (isBehind(why) ? [why] : []))[0] ?? 'nobody'
}

const isBehind = (why: string): why is Behind => Object.hasOwn(behinds, why)

const behinds: Record<Behind, true> = { language: true, 'less-skilled': true, busier: true, 'less-idle': true, 'later-turn': true }

/** What was decided about a conversation, the oldest first. */
export function decisionsIn(entries: readonly Entry[]): Decision[] {
  return entries.filter(isDecision)
}

const isDecision = (entry: Entry): entry is Decision => Object.hasOwn(decisions, entry.kind)

const decisions: Record<DecisionKind, true> = {
  offered: true,
  declined: true,
  expired: true,
  withdrawn: true,
  assigned: true,
  queued: true,
  lost: true,
  transferred: true,
}

interface Around {
  before: number
  candidates: readonly Candidate[]
  now: Date
  desk: Settled
}

/** Why a waiting conversation still waits, when its line widens, and when another team helps out. */
export function whyWaiting(conversation: Conversation, around: Around): WaitingWhy {
  const help = helpFor(conversation, around.desk)
  return { ...waitingNow(conversation, around), ...(help && { help }) }
}

function waitingNow(conversation: Conversation, around: Around): WaitingNow {
  const { offer, team, keptFor } = conversation
  const { before, candidates, now, desk } = around
  if (offer) return { kind: 'offered', agent: offer.agent, seconds: secondsTo(Date.parse(offer.until), now) }
  if (desk.routing(team).method === 'manual') return { kind: 'by-hand', before }
  const available = candidates.filter(isAvailable)
  if (available.length === 0) return { kind: 'nobody-available', team }
  if (keptFor && available.some(({ agent }) => agent === keptFor.agent)) return { kind: 'kept', ...keptFor }
  const needs = needsOf(conversation, desk)
  const skilled = available.filter((agent) => isSkilled(agent, { needs }))
  if (skilled.length === 0) return { kind: 'nobody-skilled', skills: missingIn(needs, available), widensAt: widening(conversation, desk) }
  return { kind: 'in-turn', unable: skilled.flatMap((agent) => whyNot(conversation, agent, around)), before }
}

/** Those that nobody knows well enough; where each is known to somebody, it takes all of them. */
function missingIn(needs: readonly Need[], available: readonly Candidate[]): string[] {
  const required = needs.filter((need) => need.required)
  const missing = required.filter((need) => available.every((agent) => !isSkilled(agent, { needs: [need] })))
  return (missing.length > 0 ? missing : required).map(({ skill }) => skill)
}

function widening(conversation: Conversation, desk: Settled): string | null {
  const at = widensAt(conversation, desk)
  return at === null ? null : new Date(at).toISOString()
}

function whyNot({ passedBy, team }: Conversation, { agent, load, capacity, givenAt }: Candidate, { now, desk }: Around): Unable[] {
  const { pacingSeconds, reofferAfterSeconds } = desk.routing(team)
  if (!hasRoom({ load, capacity })) return [{ agent, askedAgainIn: null }]
  const passed = passedBy[agent]
  const askedAgainIn = passed ? secondsTo(Date.parse(passed) + reofferAfterSeconds * 1000, now) : 0
  if (askedAgainIn > 0) return [{ agent, askedAgainIn }]
  const paced = givenAt ? secondsTo(Date.parse(givenAt) + pacingSeconds * 1000, now) : 0
  return paced > 0 ? [{ agent, askedAgainIn: paced, paced: true }] : []
}

type Unable = Extract<WaitingNow, { kind: 'in-turn' }>['unable'][number]

const secondsTo = (at: number, now: Date) => Math.max(0, Math.ceil((at - now.getTime()) / 1000))

/** The names of all agents and teams that an explanation speaks of. */
export function namesIn(decisions: readonly Decision[], now: WaitingWhy | null, directory: Pick<Directory, 'agent' | 'team'>): Named[] {
  const ids = new Set([...decisions.flatMap(mentionedIn), ...(now ? waitedFor(now) : []), ...(now?.help ? [now.help.team] : [])])
  return [...ids].flatMap((id) => {
    const name = directory.agent(id)?.name ?? directory.team(id)?.name
    return name ? [{ id, name }] : []
  })
}

function mentionedIn(decision: Decision): string[] {
  switch (decision.kind) {
    case 'offered':
      return [decision.agent, decision.why.chosen.agent, ...decision.why.others.map(({ agent }) => agent)]
    case 'queued':
      return [decision.team]
    case 'transferred':
      return [decision.by, 'team' in decision.to ? decision.to.team : decision.to.agent]
    case 'declined':
    case 'expired':
    case 'withdrawn':
    case 'assigned':
    case 'lost':
      return [decision.agent]
  }
}

function waitedFor(now: WaitingWhy): string[] {
  switch (now.kind) {
    case 'offered':
      return [now.agent]
    case 'kept':
      return [now.agent]
    case 'nobody-available':
      return [now.team]
    case 'nobody-skilled':
    case 'by-hand':
      return []
    case 'in-turn':
      return now.unable.map(({ agent }) => agent)
  }
}
