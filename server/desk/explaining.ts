import type { Conversation } from '../../shared/conversation.ts'
import type { Entry, Reasons } from '../../shared/entry.ts'
import type { Named } from '../../shared/people.ts'
import type { Decision, DecisionKind, RingingWhy, WaitingWhy } from '../../shared/protocol/line.ts'
import type { Candidate } from './line-ports.ts'
import type { Directory } from './ports.ts'

/** Why it rings here, for the one it rings for: facts, which the console words. */
export function whyRinging(why: Reasons | null): RingingWhy | null {
  if (!why) return null
  const { load, capacity, idleSeconds } = why.chosen
  return { load, capacity, idleSeconds, over: overWhom(why) }
}

function overWhom({ others }: Reasons): RingingWhy['over'] {
  if (others.some(({ why }) => why === 'less-idle')) return 'less-idle'
  return others.some(({ why }) => why === 'busier') ? 'busier' : 'nobody'
}

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

/** Why a waiting conversation still waits. */
export function whyWaiting(
  { offer, passedBy, team }: Conversation,
  {
    before,
    candidates,
    now,
    reofferAfterSeconds,
  }: { before: number; candidates: readonly Candidate[]; now: Date; reofferAfterSeconds: number },
): WaitingWhy {
  if (offer) {
    const seconds = Math.max(0, Math.ceil((Date.parse(offer.until) - now.getTime()) / 1000))
    return { kind: 'offered', agent: offer.agent, seconds }
  }
  const available = candidates.filter(({ here, wish }) => here && wish === 'available')
  if (available.length === 0) return { kind: 'nobody-available', team }
  return { kind: 'in-turn', unable: available.flatMap(whyNot), before }

  function whyNot({ agent, load, capacity }: Candidate): { agent: string; askedAgainIn: number | null }[] {
    if (load >= capacity) return [{ agent, askedAgainIn: null }]
    const passed = passedBy[agent]
    const askedAgainIn = passed ? Math.ceil(reofferAfterSeconds - (now.getTime() - Date.parse(passed)) / 1000) : 0
    return askedAgainIn > 0 ? [{ agent, askedAgainIn }] : []
  }
}

/** The names of all agents and teams that an explanation speaks of. */
export function namesIn(decisions: readonly Decision[], now: WaitingWhy | null, directory: Pick<Directory, 'agent' | 'team'>): Named[] {
  const ids = new Set([...decisions.flatMap(mentionedIn), ...(now ? waitedFor(now) : [])])
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
    case 'nobody-available':
      return [now.team]
    case 'in-turn':
      return now.unable.map(({ agent }) => agent)
  }
}
