import { type Advice, adviceAfter } from './advice.ts'
import { articlesAfter, type SentArticle } from './article-use.ts'
import { agreedAfter, type Consent } from './consent.ts'
import { type InLine, waitAfter } from './crowding.ts'
import type { Answer, Channel, Entry, Lane } from './entry.ts'
import { type GuideRun, guideAfter } from './guide-run.ts'
import { openedBy } from './opened.ts'
import { clockId } from './people.ts'
import { type Hold, type Silence, silenceAfter } from './silence.ts'
import type { Need } from './skills.ts'
import type { Clocks } from './target.ts'
import { evolveTicket, type Ticket } from './ticket.ts'

export type Status = 'waiting' | 'active' | 'held' | 'ended' | 'unrouted'

/** Which status may follow which. */
export const moves: Record<Status, readonly Status[]> = {
  waiting: ['active', 'ended', 'unrouted'],
  active: ['held', 'ended', 'waiting'],
  held: ['active', 'ended', 'waiting'],
  ended: ['waiting', 'active', 'unrouted'],
  unrouted: ['waiting', 'active', 'ended'],
}

export interface Offer {
  id: string
  agent: string
  until: string
}

/** All that `decide` needs to know of a conversation: as small after 5,000 messages as after 5. */
export interface Conversation {
  id: string
  number: number
  status: Status
  channel: Channel
  requester: string
  requesterName: string
  verified: boolean
  team: string
  topic: string | null
  /** What the requester answered to what the desk asks besides; absent where that is nothing. */
  answers?: Answer[]
  openedAt: string
  /** The communication owner. */
  agent: string | null
  /** Others who may speak. */
  joined: string[]
  /** Since when the requester waits, if he does. */
  waitingSince: string | null
  /** From when his wait counts: survives a transfer and a lost agent, and starts anew with a reopening. */
  agedFrom: string
  offer: Offer | null
  /** When each agent last let an offer of this conversation go by. */
  passedBy: Record<string, string>
  /** What its agent must know; absent where that is what its topic says. */
  needs?: readonly Need[]
  /** In which language its requester reads, where that is known. */
  language?: string
  /** For whom it is kept at first; null once that is over. */
  keptFor?: { agent: string; until: string } | null
  /** What it needs is only preferred by now. */
  widened?: boolean
  /** Its requester must not be kept waiting. */
  vip?: true
  /** What it counts in its agent's load, where that is not 1. */
  weighs?: number | null
  absentSince: string | null
  /** Since when the requester waits for an answer in the chat. */
  unansweredSince: string | null
  /** Who is to speak next while people talk; absent where that was never written down. */
  silence?: Silence | null
  /** Why and until when it rests, while it is held. */
  hold?: Hold | null
  /** How its wait counts for the limits of lines. */
  inLine?: InLine | null
  /** Somebody is to come back to the requester, rather than to answer in writing. */
  callBack?: boolean
  endedAt: string | null
  /** The guide that its requester is being led through; absent where that never was. */
  guide?: GuideRun | null
  /** How many were begun so far. */
  guidesBegun?: number
  /** The articles that lie before its requester; absent where there never was one. */
  articles?: readonly SentArticle[]
  /** What its requester is asked to agree to, or agreed to and goes on; absent where that never was. */
  consent?: Consent | null
  /** It ended, and its agent has not wrapped it up yet. */
  wrapsUp?: boolean
  /** How long its targets have run, where its team has any; written down by the server. */
  clocks?: Clocks
  /** Colleagues who were asked for advice; absent where nobody was. */
  advice?: readonly Advice[]
  rated: boolean
  last: Record<Lane, number>
  logged: Record<Lane, number> | null
  /** When the latest entry that is not a log was written. */
  changedAt: string
  ticket: Ticket
}

/** Where a conversation stands after one more entry. The first entry opens it. */
export function evolve(conversation: Conversation | null, entry: Entry): Conversation {
  const before = conversation ?? openedBy(entry)
  const ticket = evolveTicket(before.ticket, entry) ?? before.ticket
  const last = { ...before.last, [entry.lane]: entry.seq }
  const changedAt = entry.kind === 'logged' ? before.changedAt : entry.at
  return {
    ...before,
    ...changeOf(before, entry),
    ...silenceAfter(before, entry),
    ...waitAfter(before, entry),
    ...guideAfter(before, entry),
    ...agreedAfter(before, entry),
    ...sentAfter(before, entry),
    ...adviceAfter(before, entry),
    ticket,
    last,
    changedAt,
  }
}

function sentAfter({ articles = [] }: Conversation, entry: Entry): Pick<Conversation, 'articles'> {
  const after = articlesAfter(articles, entry)
  return after === articles ? {} : { articles: after }
}

function changeOf(before: Conversation, entry: Entry): Partial<Conversation> {
  switch (entry.kind) {
    // What is known of it answers whoever left word, as long as he adds nothing.
    case 'incident-joined':
      return before.status === 'unrouted' || entry.by === before.requester ? { unansweredSince: null } : {}
    case 'opened':
    case 'told':
    case 'consent-asked':
    case 'consent-given':
    case 'consent-refused':
    case 'consent-ended':
    case 'call-undone':
    case 'noted':
    case 'work-passed':
    case 'escalated':
    case 'asked-in':
    case 'ask-over':
    case 'work-returned':
    case 'work-recalled':
    case 'promised':
    case 'promise-kept':
    case 'promise-withdrawn':
    case 'promise-near':
    case 'promise-broken':
    case 'target-near':
    case 'target-missed':
    case 'closed':
    case 'transferred':
    case 'progressed':
    case 'linked':
    case 'spent':
    case 'nudged':
    case 'step-back':
    case 'step-added':
    case 'tried':
    case 'untried':
    case 'warned':
    case 'unlinked':
    case 'merged':
    case 'unmerged':
    case 'incident-left':
    case 'incident-news':
      return {}
    case 'lost':
      return entry.why === 'silent' ? { passedBy: { ...before.passedBy, [entry.agent]: entry.at } } : {}
    case 'resolved':
      return { wrapsUp: false }
    case 'classified':
      return entry.needs ? { needs: entry.needs, widened: false } : {}
    case 'kept-for':
      return { keptFor: { agent: entry.agent, until: entry.until } }
    case 'widened':
      return entry.past === 'agent' ? { keptFor: null } : { widened: true }
    case 'favoured':
      return { vip: true }
    case 'awaited':
      return { unansweredSince: entry.of === 'agent' ? entry.at : null }
    case 'reassigned':
      return reassigned(before, entry)
    case 'said':
      if (entry.news) return {}
      return { unansweredSince: entry.by === before.requester ? (before.unansweredSince ?? entry.at) : null }
    // A guide is a word of the agent's, and each step one of whoever takes it.
    case 'article-sent':
    case 'guide-started':
    case 'step-taken':
      return entry.by === before.requester ? {} : { unansweredSince: null }
    case 'article-answered':
      return before.status === 'ended' ? {} : { unansweredSince: before.unansweredSince ?? entry.at }
    case 'guide-stuck':
      return { unansweredSince: before.unansweredSince ?? entry.at }
    case 'guide-ended':
      return entry.how === 'stopped' || entry.by !== before.requester ? {} : { unansweredSince: before.unansweredSince ?? entry.at }
    case 'assigned':
      return {
        status: 'active',
        agent: entry.agent,
        joined: before.joined.filter((id) => id !== entry.agent),
        ...settled,
        ...unkept(before),
      }
    case 'joined':
      return { joined: [...before.joined, entry.agent] }
    case 'stepped-out':
      return { joined: before.joined.filter((id) => id !== entry.agent) }
    case 'queued':
      return {
        status: 'waiting',
        team: entry.team,
        agent: null,
        joined: [],
        ...aged(before, entry),
        endedAt: null,
        offer: null,
        ...unkept(before),
      }
    case 'held':
      return { status: 'held' }
    case 'resumed':
      return { status: 'active', ...(entry.by === clockId && { unansweredSince: before.unansweredSince ?? entry.at }) }
    case 'message-left':
      return { status: 'unrouted', channel: 'message', ...settled, endedAt: null, ...calledBack(before, entry) }
    case 'abandoned':
      return { status: 'ended', endedAt: entry.at, joined: [], ...settled }
    case 'ended':
      return {
        status: 'ended',
        endedAt: entry.at,
        joined: [],
        ...settled,
        unansweredSince: null,
        wrapsUp: before.agent !== null && entry.why !== 'call',
      }
    case 'reopened':
      return { rated: false }
    case 'rated':
      return { rated: true }
    case 'offered':
      return { offer: { id: entry.offer, agent: entry.agent, until: entry.until } }
    case 'declined':
    case 'expired':
      return { offer: null, passedBy: { ...before.passedBy, [entry.agent]: entry.at } }
    case 'withdrawn':
      return { offer: null }
    case 'went-absent':
      return { absentSince: entry.at }
    case 'came-back':
      return { absentSince: null }
    case 'logged':
      return { logged: { ...entry.upTo, internal: entry.seq }, wrapsUp: false }
  }
}

/** Who has the ticket of a talk that is over wraps it up; of one that nobody took, nobody is the owner yet. */
function reassigned({ status }: Conversation, { to }: Entry & { kind: 'reassigned' }): Partial<Conversation> {
  if ('team' in to) return { team: to.team, agent: null }
  return status === 'ended' ? { agent: to.agent } : {}
}

const calledBack = ({ callBack }: Conversation, entry: Entry & { kind: 'message-left' }) =>
  callBack || entry.callBack ? { callBack: entry.callBack === true } : {}

const settled = { waitingSince: null, offer: null, absentSince: null, passedBy: {} }

/** For whom it was kept, and whether that was given up, counts for one wait. */
const unkept = ({ keptFor, widened }: Conversation) => ({ ...(keptFor && { keptFor: null }), ...(widened && { widened: false }) })

/** A transfer or a lost agent does not make anybody start anew; a reopening does. */
export function aged({ agedFrom }: { agedFrom: string }, entry: Entry & { kind: 'queued' }) {
  const since = entry.why === 'reopened' ? entry.at : agedFrom
  return { waitingSince: since, agedFrom: since }
}

/** The agent whose capacity this conversation takes: its owner, who may still wrap it up, or the one it is being offered to. */
export function carrierOf({ status, agent, offer, weighs }: Conversation): string | null {
  if (status === 'active' || status === 'held') return agent
  if (status === 'ended') return weighs ? agent : null
  return status === 'waiting' ? (offer?.agent ?? null) : null
}

/** What it counts in the load of whoever carries it, as it was last written down. */
export const weightOf = (conversation: Conversation): number => (carrierOf(conversation) ? (conversation.weighs ?? 1) : 0)
