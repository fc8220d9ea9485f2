import { aged, type Status } from './conversation.ts'
import type { PublicEntry } from './entry.ts'
import { evolveGuide, type GuideRun } from './guide-run.ts'
import { type Promised, promiseAfter } from './promise.ts'

/** What a requester may know of his conversation: folded from public entries alone. */
export interface Visible {
  id: string
  number: number
  status: Status
  team: string
  topic: string | null
  openedAt: string
  agent: { id: string; name: string } | null
  joined: { id: string; name: string }[]
  /** Names of all agents who were ever part of it, by id. */
  names: Record<string, string>
  waitingSince: string | null
  agedFrom: string
  endedAt: string | null
  rated: boolean
  subject: string
  resolution: string | null
  /** The guide that he is being led through. */
  guide: GuideRun | null
  ticketStatus: 'open' | 'resolved' | 'closed' | 'cancelled'
  /** Who does the work, where that is not whoever talks to him: a team, or somebody of it. */
  work: { name: string; is: 'team' | 'agent' } | null
  /** The next news that was promised. */
  promise: Promised | null
  /** The known incident that it belongs to. */
  incident: string | null
  /** The conversation in which it goes on. */
  mergedInto: string | null
  last: number
}

/** Where a conversation stands for its requester after one more public entry. */
export function evolveVisible(visible: Visible | null, entry: PublicEntry): Visible {
  const before = visible ?? openedVisible(entry)
  return {
    ...before,
    ...visibleChange(before, entry),
    promise: promiseAfter(before.promise, entry),
    guide: evolveGuide(before.guide, entry),
    last: entry.seq,
  }
}

function openedVisible(entry: PublicEntry): Visible {
  if (entry.kind !== 'opened' || !entry.act) throw new Error('A timeline begins with an opened entry')
  return {
    id: entry.act,
    number: entry.number,
    status: entry.entrance === 'line' ? 'waiting' : 'unrouted',
    team: entry.team,
    topic: entry.topic,
    openedAt: entry.at,
    agent: null,
    joined: [],
    names: entry.body ? { [entry.requester]: entry.body.name } : {},
    waitingSince: entry.entrance === 'line' ? entry.at : null,
    agedFrom: entry.at,
    endedAt: null,
    rated: false,
    subject: entry.body?.subject ?? '',
    resolution: null,
    guide: null,
    ticketStatus: 'open',
    work: null,
    promise: null,
    incident: null,
    mergedInto: null,
    last: 0,
  }
}

function visibleChange(before: Visible, entry: PublicEntry): Partial<Visible> {
  switch (entry.kind) {
    case 'merged':
      return { mergedInto: entry.into }
    case 'unmerged':
      return { mergedInto: null }
    case 'incident-joined':
      return { incident: entry.incident }
    case 'incident-left':
      return { incident: null }
    case 'incident-news':
      return named(before, { id: entry.agent, name: entry.body?.name ?? '' })
    case 'assigned': {
      const agent = { id: entry.agent, name: entry.body?.name ?? '' }
      return { status: 'active', agent, waitingSince: null, endedAt: null, ...reopenedTicket, ...named(before, agent) }
    }
    case 'joined': {
      const agent = { id: entry.agent, name: entry.body?.name ?? '' }
      return { joined: [...before.joined, agent], ...named(before, agent) }
    }
    case 'stepped-out':
      return { joined: before.joined.filter((one) => one.id !== entry.agent) }
    case 'queued':
      return { status: 'waiting', team: entry.team, agent: null, joined: [], ...aged(before, entry), endedAt: null, ...reopenedTicket }
    case 'held':
      return { status: 'held' }
    case 'resumed':
      return { status: 'active' }
    case 'message-left':
      return { status: 'unrouted', waitingSince: null, endedAt: null }
    case 'abandoned':
      return { status: 'ended', endedAt: entry.at, joined: [], waitingSince: null, ticketStatus: 'cancelled' }
    case 'ended':
      return { status: 'ended', endedAt: entry.at, joined: [], waitingSince: null }
    case 'call-undone':
      return { ticketStatus: 'cancelled' }
    case 'work-passed':
      return { work: entry.team ? { name: entry.body?.name ?? '', is: entry.agent ? 'agent' : 'team' } : null }
    case 'reopened':
      return { rated: false, ...reopenedTicket }
    case 'rated':
      return { rated: true }
    case 'resolved':
      return { ticketStatus: 'resolved', resolution: entry.body?.resolution ?? null }
    case 'closed':
      return { ticketStatus: 'closed' }
    default:
      return unchangedBy(entry.kind)
  }
}

/** What changes nothing here: a list for the compiler alone, which no browser loads. */
type Unseen =
  | 'opened'
  | 'said'
  | 'told'
  | 'promised'
  | 'promise-kept'
  | 'promise-withdrawn'
  | 'nudged'
  | 'guide-started'
  | 'step-taken'
  | 'step-back'
  | 'step-added'
  | 'guide-stuck'
  | 'guide-ended'
  | 'consent-asked'
  | 'consent-given'
  | 'consent-refused'
  | 'consent-ended'
  | 'article-sent'
  | 'article-answered'

const unchangedBy = (_kind: Unseen): Partial<Visible> => ({})

const reopenedTicket = { ticketStatus: 'open', resolution: null } as const

const named = (before: Visible, agent: { id: string; name: string }) => ({ names: { ...before.names, [agent.id]: agent.name } })
