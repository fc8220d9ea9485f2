import type { Conversation } from '../../shared/conversation.ts'
import type { Entry, Reasons } from '../../shared/entry.ts'
import type { Decision } from '../../shared/protocol/line.ts'
import type { Candidate } from './line-ports.ts'
import type { Exclusion } from './routing.ts'

/** Names for the ids in an explanation. */
export interface Names {
  agent(id: string): string
  team(id: string): string
}

/** Why it rings here, for the one it rings for. */
export function whyRinging(why: Reasons | null): string {
  if (!why) return 'It is your turn.'
  const { load, capacity, idleSeconds } = why.chosen
  const carrying = load === 0 ? 'You carry nothing' : `You carry ${load} of ${capacity}`
  if (why.others.some((other) => other.why === 'less-idle')) return `${carrying}, and have been free the longest: ${span(idleSeconds)}.`
  if (why.others.some((other) => other.why === 'busier')) return `${carrying}, less than the others.`
  return `${carrying}, and nobody else can take it now.`
}

/** What was decided about a conversation, the oldest first, in words for people. */
export function decisionsIn(entries: readonly Entry[], names: Names): Decision[] {
  return entries.flatMap((entry) => {
    const told = tellOf(entry, names)
    return told ? [{ at: entry.at, ...told }] : []
  })
}

function tellOf(entry: Entry, { agent, team }: Names): { what: string; why: string[] } | null {
  switch (entry.kind) {
    case 'offered':
      return { what: `Offered to ${agent(entry.agent)}.`, why: reasonsIn(entry.why, agent) }
    case 'declined':
      return { what: `${agent(entry.agent)} declined.`, why: entry.body ? [entry.body.reason] : [] }
    case 'expired':
      return { what: `${agent(entry.agent)} did not answer in time.`, why: [] }
    case 'withdrawn':
      return { what: `The offer to ${agent(entry.agent)} was taken back.`, why: [withdrawals[entry.why]] }
    case 'assigned':
      return { what: `${agent(entry.agent)} has it.`, why: [assignments[entry.how]] }
    case 'queued':
      return { what: `Waits for ${team(entry.team)}.`, why: [queuings[entry.why]] }
    case 'lost':
      return {
        what: `${agent(entry.agent)} was lost.`,
        why: [entry.why === 'gone' ? 'No device was connected any more.' : 'The account was disabled.'],
      }
    case 'transferred': {
      const to = 'team' in entry.to ? team(entry.to.team) : agent(entry.to.agent)
      return { what: `${agent(entry.by)} sent it to ${to}.`, why: entry.body ? [entry.body.comment] : [] }
    }
    default:
      return null
  }
}

function reasonsIn({ chosen, others }: Reasons, name: (id: string) => string): string[] {
  const first = `${name(chosen.agent)} carried ${chosen.load} of ${chosen.capacity} and was free for ${span(chosen.idleSeconds)}: the least loaded, then the longest idle.`
  return [first, ...others.map((other) => `${name(other.agent)} ${isExclusion(other.why) ? exclusions[other.why] : other.why}.`)]
}

const exclusions: Record<Exclusion, string> = {
  'not-here': 'was not connected',
  away: 'was away',
  full: 'had no free place',
  'let-it-go-by': 'had let it go by a moment before',
  busier: 'carried more',
  'less-idle': 'carried as much, and had been busy more lately',
}
const isExclusion = (why: string): why is Exclusion => Object.hasOwn(exclusions, why)

const withdrawals = {
  taken: 'Somebody else took it.',
  left: 'The requester no longer waits.',
  'agent-lost': 'No device was connected any more.',
  'agent-disabled': 'The account was disabled.',
  moved: 'It was sent elsewhere.',
} as const
const assignments = {
  offer: 'The offer was accepted.',
  take: 'It was taken from the line by hand.',
  transfer: 'It was transferred.',
  'take-over': 'It was taken over.',
  reopen: 'It was reopened.',
} as const
const queuings = {
  transferred: 'It was transferred, and kept its place by age.',
  'agent-lost': 'Its agent was gone; it kept its place by age.',
  'agent-disabled': 'The account of its agent was disabled; it kept its place by age.',
  reopened: 'It was reopened, and nobody who knew it was there.',
} as const

/** Why a waiting conversation still waits. */
export function whyWaiting(
  { offer, passedBy, team }: Conversation,
  {
    before,
    candidates,
    now,
    reofferAfterSeconds,
  }: { before: number; candidates: readonly Candidate[]; now: Date; reofferAfterSeconds: number },
  names: Names,
): string {
  if (offer) {
    const left = Math.max(0, Math.ceil((Date.parse(offer.until) - now.getTime()) / 1000))
    return `Offered to ${names.agent(offer.agent)}, ${left} s left.`
  }
  const available = candidates.filter(({ here, wish }) => here && wish === 'available')
  if (available.length === 0) return `Nobody of ${names.team(team)} is available.`
  const ahead = before > 0 ? [`${before} before it.`] : []
  return [...available.map((candidate) => whyNot(candidate)), ...ahead].filter(Boolean).join(' ') || 'It is offered next.'

  function whyNot({ agent, load, capacity }: Candidate) {
    if (load >= capacity) return `${names.agent(agent)} has no free place.`
    const passed = passedBy[agent]
    const again = passed ? Math.ceil(reofferAfterSeconds - (now.getTime() - Date.parse(passed)) / 1000) : 0
    return again > 0 ? `${names.agent(agent)} let it go by and is asked again in ${again} s.` : ''
  }
}

function span(seconds: number) {
  if (seconds < 90) return `${seconds} s`
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`
  return `${Math.round(seconds / 3600)} h`
}
