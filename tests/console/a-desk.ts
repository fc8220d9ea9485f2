import { usualClosing } from '../../shared/closing.ts'
import type { Colleague, DeskLook, Ringing, Summary } from '../../shared/protocol/line.ts'
import { aLine } from '../shared/client/a-line.ts'

export const ada = '20000000-0000-4000-8000-000000000001'
export const ben = '20000000-0000-4000-8000-000000000002'
export const rita = '10000000-0000-4000-8000-000000000001'
export const network = '30000000-0000-4000-8000-000000000001'
export const printers = '30000000-0000-4000-8000-000000000002'

/** Minutes and seconds before the moment at which these tests play. */
export const ago = (seconds: number) => new Date(noon - seconds * 1000).toISOString()
export const noon = Date.parse('2026-11-22T12:00:00Z')

let last = 0

/** A conversation as lists show it: waiting in Ada's team unless the test says otherwise. */
export function aSummary(change: Partial<Summary> = {}): Summary {
  const number = ++last
  return {
    id: `40000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    number,
    status: 'waiting',
    subject: 'The VPN does not connect',
    requester: { id: rita, name: 'Rita Roth', verified: true },
    team: network,
    topic: null,
    agent: null,
    joined: [],
    priority: 4,
    ticketStatus: 'new',
    waitingSince: ago(60),
    unansweredSince: ago(60),
    turn: null,
    hold: null,
    owner: change.agent ?? null,
    worker: change.agent ?? null,
    workTeam: null,
    returnedAt: null,
    asked: null,
    promise: null,
    absent: false,
    callBack: false,
    offer: null,
    lastPublic: 2,
    changedAt: ago(60),
    ...change,
  }
}

/** The same one a moment later. */
export const later = (summary: Summary, change: Partial<Summary>): Summary => ({ ...summary, changedAt: ago(0), ...change })

/** One of Ada's chats. */
export const hers = (change: Partial<Summary> = {}) => ({
  ...aSummary({ status: 'active', agent: ada, ticketStatus: 'in-progress', waitingSince: null, ...change }),
  unread: 0,
})

/** "Will you take this one?" */
export function anOffer(conversation: Summary, secondsLeft = 25): Ringing {
  const offer = `50000000-0000-4000-8000-${String(++last).padStart(12, '0')}`
  const until = ago(-secondsLeft)
  const why = { load: 2, capacity: 5, idleSeconds: 240, over: 'less-idle' as const }
  return { conversation: { ...conversation, offer: { id: offer, agent: ada, until } }, offer, until, why }
}

export const benHimself: Colleague = {
  id: ben,
  name: 'Ben Baum',
  role: 'agent',
  teams: [network],
  wish: 'available',
  here: true,
  load: 1,
  capacity: 5,
}

/** All that Ada's console starts from. */
export function aLook(change: Partial<DeskLook> = {}): DeskLook {
  const standing = { agent: ada, capacity: 5, load: 2, wish: 'available' as const, missed: 0 }
  return {
    me: { id: ada, name: 'Ada Abel', role: 'agent', teams: [network], standing },
    teams: [
      { id: network, name: 'Network', tier: 1, topics: [], open: true },
      { id: printers, name: 'Printers', tier: 1, topics: [], open: true },
    ],
    colleagues: [benHimself],
    mine: [],
    line: [],
    offers: [],
    at: ago(0),
    ...change,
  }
}

/** Drafts, a ticket's categories, views and wrap-up: none are set up, and nothing is known. */
const tickets: Parameters<typeof aLine>[0] = {
  'drafts:list': () => ({ drafts: [], more: false }),
  'drafts:keep': ({ version, ...draft }) => ({ ...draft, version: version + 1 }),
  'categories:list': () => ({ categories: [] }),
  'views:list': () => ({ views: [] }),
  'ticket:suggest': () => ({ category: null, minutes: 3, similar: [], code: null, resolution: null, subject: null, rules: usualClosing }),
}

/** The far end of Ada's console: it answers with this look, and with what the test sets. */
export const aDeskLine = (look: Partial<DeskLook> = {}) =>
  aLine({
    ...tickets,
    'desk:look': () => aLook(look),
    'conversation:act': () => ({ left: [] }),
    'replies:list': () => ({ replies: [] }),
    'articles:search': () => ({ hits: [] }),
    'articles:due': () => ({ due: 0, inReview: 0 }),
  })
