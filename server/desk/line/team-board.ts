import type { Conversation } from '../../../shared/conversation.ts'
import type { AgentState, BoardAgent, BoardRow, TeamBoard } from '../../../shared/protocol/board.ts'
import type { WaitingWhy } from '../../../shared/protocol/line.ts'
import type { Routing } from '../../../shared/team-routing.ts'
import { summaryOf } from '../summary.ts'
import type { Timing } from '../tickets/target-terms.ts'
import type { AgentAtWork, Owed, Running, Timed } from './board-ports.ts'

/** A word that stays away for so long is missed, where the team does not say after how long its agents are reminded. */
const usualSeconds = 300

/** After how many seconds without a word a chat of this team is silent. */
export const silentSecondsOf = ({ silence }: Pick<Routing, 'silence'>) => silence.warn ?? usualSeconds

/** All that is known of one team at one moment. */
export interface TeamAtWork {
  team: { id: string; name: string }
  wait: { count: number; longestSince: string } | undefined
  line: { conversation: Conversation; why: WaitingWhy | null }[]
  running: Running | undefined
  owed: Owed | undefined
  timed?: Timed | undefined
  agents: readonly AgentAtWork[]
  silentSeconds: number
  timing: Timing
  now: Date
}

/** A team as its supervisors see it. */
export function teamBoard({ team, wait, line, running, owed, timed, agents, silentSeconds, timing, now }: TeamAtWork): TeamBoard {
  const members = agents.filter(({ teams }) => teams.includes(team.id))
  const drawn = { silentBefore: now.getTime() - silentSeconds * 1000, timing }
  const serving = members.filter(({ here, wish }) => here && wish === 'available')
  return {
    team: team.id,
    name: team.name,
    waiting: wait?.count ?? 0,
    longestSince: wait?.longestSince ?? null,
    running: running?.running ?? 0,
    silent: running?.silent ?? 0,
    places: sum(serving, ({ capacity }) => capacity),
    free: sum(serving, freePlaces),
    line: line.map(({ conversation, why }) => rowOf(conversation, why, drawn)),
    chats: (running?.first ?? []).map((conversation) => rowOf(conversation, null, drawn)),
    promises: {
      open: owed?.open ?? 0,
      broken: owed?.broken ?? 0,
      first: (owed?.first ?? []).map((conversation) => rowOf(conversation, null, drawn)),
    },
    ...(timing.routing(team.id).targets && { targets: { soon: timed?.soon ?? 0, late: timed?.late ?? 0 } }),
    agents: members.map(agentOf).sort(byWhoIsFree),
    at: now.toISOString(),
  }
}

/** How an agent stands. Who is full only because of what he wraps up is about to be free. */
export function stateOf({ here, wish, load, capacity, wrapUps, chats }: AgentAtWork): AgentState {
  if (!here) return 'offline'
  if (wish === 'away') return 'away'
  const isFull = freePlaces({ load, capacity }) === 0
  if (wrapUps > 0 && (isFull || chats === 0)) return 'wrap-up'
  return isFull ? 'full' : 'available'
}

/** Whole places: what rests takes a part of one, and one more takes a whole one. */
const freePlaces = ({ load, capacity }: Pick<AgentAtWork, 'load' | 'capacity'>) => Math.max(0, Math.floor(capacity - load))

function agentOf(agent: AgentAtWork): BoardAgent {
  const { id, name, load, capacity, chats, silent, wrapUps, standsSince, wrapsSince } = agent
  const state = stateOf(agent)
  return { id, name, state, since: (state === 'wrap-up' && wrapsSince) || standsSince, load, capacity, chats, silent, wrapUps }
}

/** Who is free first: then who has the most room, then who has stood so for the longest. */
function byWhoIsFree(one: BoardAgent, other: BoardAgent): number {
  const [left, right] = [ranks[one.state], ranks[other.state]]
  if (left !== right) return left - right
  const room = share(one) - share(other)
  return room !== 0 ? room : one.since.localeCompare(other.since) || one.id.localeCompare(other.id)
}

const ranks: Record<AgentState, number> = { available: 0, 'wrap-up': 1, full: 2, away: 3, offline: 4 }

const share = ({ load, capacity }: BoardAgent) => (capacity > 0 ? load / capacity : 1)

interface Drawn {
  silentBefore: number
  timing: Timing
}

function rowOf(conversation: Conversation, why: WaitingWhy | null, { silentBefore, timing }: Drawn): BoardRow {
  const { impact, urgency } = conversation.ticket
  return { ...summaryOf(conversation, timing), impact, urgency, silent: silenceIn(conversation, silentBefore), why }
}

/** The requester's turn is too long once he was asked whether he is there, the agent's after a while. */
function silenceIn({ status, silence, unansweredSince }: Conversation, silentBefore: number): BoardRow['silent'] {
  if (status !== 'active') return null
  if (unansweredSince) return { of: 'agent', since: unansweredSince, long: Date.parse(unansweredSince) < silentBefore }
  return silence?.of === 'requester' ? { of: 'requester', since: silence.since, long: silence.reached !== null } : null
}

const sum = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((total, one) => total + of(one), 0)
