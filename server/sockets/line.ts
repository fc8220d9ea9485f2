import type { Conversation } from '../../shared/conversation.ts'
import type { Helping } from '../../shared/people.ts'
import type { DeskLook, LineAnswers, WaitingWhy } from '../../shared/protocol/line.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith, reachOf, visibleTo } from '../desk/access.ts'
import { decisionsIn, namesIn, whyRinging, whyWaiting } from '../desk/line/explaining.ts'
import type { Line } from '../desk/line/line.ts'
import type { Histories, LineRows, SummaryRows } from '../desk/line/line-ports.ts'
import { viewOf } from '../desk/line/team-news.ts'
import type { Directory } from '../desk/ports.ts'
import { colleagueOf } from '../desk/staff.ts'
import { shownTargets } from '../desk/tickets/target-terms.ts'
import type { Handlers } from './handlers.ts'

export interface LineHandlerPorts {
  line: Line
  rows: LineRows
  summaries: SummaryRows
  histories: Histories
  conversations: { read(id: string): Promise<Conversation | null> }
  directory(): Directory
  now(): Date
}

/** What agents ask about the line and the desk around them. */
export function lineHandlers({
  line,
  rows,
  summaries,
  histories,
  conversations,
  directory,
  now: clock,
}: LineHandlerPorts): Handlers<keyof LineAnswers> {
  return {
    async 'desk:look'({ who }) {
      const agent = agentWith(who, 'conversation', 'read')
      const desk = directory()
      const [mine, waiting, ringing, standings] = await Promise.all([
        summaries.mine(agent.id),
        summaries.line(teamsSeenBy(agent, desk)),
        summaries.ringing(agent.id),
        rows.standings(desk.agents().map(({ id }) => id)),
      ])
      const colleagues = standings.flatMap((standing) => colleagueOf(desk.agent(standing.agent), standing) ?? [])
      return {
        me: await meOf(agent),
        teams: desk.teams.map((team) => viewOf(team, desk)),
        colleagues,
        mine,
        line: waiting,
        offers: ringing.map(({ why, ...one }) => ({ ...one, why: whyRinging(why) })),
        at: clock().toISOString(),
      }
    },

    async 'desk:ping'() {
      return null
    },

    'agent:wish': async ({ who }, { wish }) => line.wish(agentWith(who, 'conversation', 'read'), wish),

    async 'conversation:targets'({ who }, { conversation: id }) {
      const conversation = visibleTo(agentWith(who, 'conversation', 'read'), await conversations.read(id))
      return { targets: shownTargets(conversation, directory()) }
    },

    async 'conversation:why'({ who }, { conversation: id }) {
      const agent = agentWith(who, 'conversation', 'read')
      const conversation = visibleTo(agent, await conversations.read(id))
      const [entries, now] = await Promise.all([histories.decisions(id), whyNow(conversation)])
      const decisions = decisionsIn(entries)
      return { decisions, names: namesIn(decisions, now, directory()), now }
    },
  }

  async function meOf({ id, name, role, teams }: Helping): Promise<DeskLook['me']> {
    const [found] = await rows.standings([id])
    if (!found) refuse('not-found')
    const { here, ...standing } = found
    return { id, name, role, teams: [...teams], standing }
  }

  async function whyNow(conversation: Conversation): Promise<WaitingWhy | null> {
    if (conversation.status !== 'waiting') return null
    const [before, candidates] = await Promise.all([line.before(conversation), rows.candidates(conversation.team)])
    return whyWaiting(conversation, { before, candidates, now: clock(), desk: directory() })
  }
}

const teamsSeenBy = (agent: Helping, desk: Directory) =>
  reachOf(agent, 'conversation', 'read') === 'all' ? desk.teams.map(({ id }) => id) : agent.teams
