import type { Pool } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { AgentAtWork, BoardRows, Owed, Running, Timed } from '../desk/line/board-ports.ts'
import type { LineRows } from '../desk/line/line-ports.ts'

/** What the live board is read from. Asked over the pool of lists, so that a slow look keeps no message waiting. */
export function boardRowsIn(pool: Pool, { waiting, candidates }: Pick<LineRows, 'waiting' | 'candidates'>): BoardRows {
  return {
    waiting,
    candidates,

    async waits(teams) {
      const { rows } = await pool.query<{ team: string; count: number; longest: Date }>({
        name: 'board-waits',
        text: `select team_id as team, count(*)::int as count, min(waiting_since) as longest from conversations
          where status = 'waiting' and team_id = any($1::uuid[]) group by team_id`,
        values: [teams],
      })
      return rows.map(({ longest, ...row }) => ({ ...row, longestSince: longest.toISOString() }))
    },

    async states(conversations) {
      const { rows } = await pool.query<{ state: Conversation }>({
        name: 'board-states',
        text: `select state from conversations where id = any($1::uuid[]) and status = 'waiting'`,
        values: [conversations],
      })
      return rows.map(({ state }) => state)
    },

    async running(teams, each, silentBefore) {
      const { rows } = await pool.query<Omit<Running, 'first'> & { state: Conversation }>({
        name: 'board-running',
        text: `select team, running, silent, state from (
            select team_id as team, state, count(*) over (partition by team_id)::int as running,
              (count(*) filter (where ${unanswered} or ${unheard}) over (partition by team_id))::int as silent,
              row_number() over (partition by team_id
                order by status, ${since} nulls last, state->'silence'->>'since' nulls last, id) as place
            from conversations ${withMoment} where status in ('active', 'held') and team_id = any($1::uuid[])) as ordered
          where place <= $4 order by place`,
        values: [teams, ...momentsIn(silentBefore), each],
      })
      const found = new Map<string, Running>()
      for (const { state, ...row } of rows) {
        const running = found.get(row.team) ?? { ...row, first: [] }
        running.first.push(state)
        found.set(row.team, running)
      }
      return [...found.values()]
    },

    async promises(teams, each) {
      const { rows } = await pool.query<Omit<Owed, 'first'> & { state: Conversation }>({
        name: 'board-promises',
        text: `select team, open, broken, state from (
            select tickets.team_id as team, state, (count(*) over of_team)::int as open,
              (count(*) filter (where promised_until <= now()) over of_team)::int as broken,
              row_number() over (partition by tickets.team_id order by promised_until, priority, tickets.number) as place
            from tickets join conversations on id = conversation_id
            where promised_until is not null and tickets.team_id = any($1::uuid[])
            window of_team as (partition by tickets.team_id)) as ordered
          where place <= $2 order by place`,
        values: [teams, each],
      })
      const found = new Map<string, Owed>()
      for (const { state, ...row } of rows) {
        const owed = found.get(row.team) ?? { ...row, first: [] }
        owed.first.push(state)
        found.set(row.team, owed)
      }
      return [...found.values()]
    },

    async targets(teams) {
      if (teams.length === 0) return []
      const { rows } = await pool.query<Timed>({
        name: 'board-targets',
        text: `select team_id as team, (count(*) filter (where target_near <= now() and target_due > now()))::int as soon,
            (count(*) filter (where target_due <= now()))::int as late
          from tickets where target_due is not null and team_id = any($1::uuid[]) group by team_id`,
        values: [teams],
      })
      return rows
    },

    async agents(teams, silentBefore) {
      const { rows } = await pool.query<AgentRow>({
        name: 'board-agents',
        text: `with staff as (
            select agent_id, array_agg(team_id) as teams from members where team_id = any($1::uuid[]) group by agent_id),
          chats as (
            select agent_id, count(*)::int as chats, (count(*) filter (where ${unanswered}))::int as silent
            from conversations ${withMoment} where status in ('active', 'held') group by agent_id),
          wrap_ups as (
            select communication_owner as agent_id, count(*)::int as wrap_ups, min(state->>'endedAt') as since
            from tickets join conversations on id = conversation_id
            where tickets.status in ('in-progress', 'on-hold') and conversations.status = 'ended' and state->'wrapsUp' = 'true'
              and communication_owner in (select agent_id from staff) group by communication_owner)
          select agents.id, name, teams, wish, load, capacity, stands_since, exists (select from presences where person_id = agents.id) as here,
            coalesce(chats, 0) as chats, coalesce(silent, 0) as silent, coalesce(wrap_ups, 0) as wrap_ups, wrap_ups.since as wraps_since
          from staff join agents on agents.id = staff.agent_id join standings on standings.agent_id = agents.id
            left join chats on chats.agent_id = agents.id left join wrap_ups on wrap_ups.agent_id = agents.id
          where disabled_at is null`,
        values: [teams, ...momentsIn(silentBefore)],
      })
      return rows.map(({ stands_since, wrap_ups, wraps_since, ...row }) => ({
        ...row,
        standsSince: stands_since.toISOString(),
        wrapUps: wrap_ups,
        wrapsSince: wraps_since,
      }))
    },
  }
}

/** As it is written, moments can be compared as texts. */
const since = `state->>'unansweredSince'`
const unanswered = `(status = 'active' and ${since} < moments.before)`
const withMoment = 'left join unnest($2::uuid[], $3::text[]) as moments (team, before) on moments.team = team_id'
const momentsIn = (moments: ReadonlyMap<string, Date>) => [[...moments.keys()], [...moments.values()].map((at) => at.toISOString())]
const unheard = `(status = 'active' and state->'silence'->>'of' = 'requester' and state->'silence'->'reached'->>'step' is not null)`

interface AgentRow extends Omit<AgentAtWork, 'standsSince' | 'wrapUps' | 'wrapsSince'> {
  stands_since: Date
  wrap_ups: number
  wraps_since: string | null
}
