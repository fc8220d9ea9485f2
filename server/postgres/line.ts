import type { Pool } from 'pg'
import type { Offer, Status } from '../../shared/conversation.ts'
import type { Wish } from '../../shared/people.ts'
import { headStartMinutes, type Standing, vipMinutes } from '../../shared/queue.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Need, Skills } from '../../shared/skills.ts'
import type { Priority } from '../../shared/ticket.ts'
import type { Wait } from '../desk/line/estimate.ts'
import type { LineRows, PresentStanding, Staff, Waiting } from '../desk/line/line-ports.ts'
import { gather } from './gathering.ts'
import { waitsIn } from './waits.ts'

/** The waiting line and those who serve it, as PostgreSQL has them: the truth that the fast line is compared with. */
export function lineRowsIn(pool: Pool, now: () => Date): LineRows {
  const waits = waitsIn(pool)
  // Requesters come and go by the dozen.
  const openOf = gather<string, Open[]>((requesters) => openOfAll(pool, requesters), {
    most: 500,
    full: 50_000,
    whenFull: () => new Error('Too many ask who has what open'),
  })

  return {
    async waiting(team, count, skip = 0) {
      const { rows } = await pool.query<WaitingRow>({
        name: 'waiting-of-team',
        text: `select ${waitingColumns} from conversations
          where team_id = $1 and status = 'waiting' order by ${turnColumn}, id limit $2 offset $3`,
        values: [team, count, skip],
      })
      return rows.map(waitingFrom)
    },

    async waitingAmong(conversations) {
      const { rows } = await pool.query<WaitingRow>({
        name: 'waiting-among',
        text: `select ${waitingColumns} from conversations where id = any($1::uuid[]) and status = 'waiting'`,
        values: [conversations],
      })
      return rows.map(waitingFrom)
    },

    async movable({ from, to, since }, count) {
      const { rows } = await pool.query<{ id: string }>({
        name: 'movable',
        text: `select id from conversations where team_id = $1 and status = 'waiting' and offered_to is null and waiting_since <= $3
            and coalesce((state->'inLine'->>'here')::timestamptz, waiting_since) <= $3 and not coalesce(state->'inLine'->'from' ? $2, false)
          order by ${turnColumn}, id limit $4`,
        values: [from, to, since, count],
      })
      return rows.map(({ id }) => id)
    },

    async counts() {
      const { rows } = await pool.query<{ team: string; count: number }>(
        `select team_id as team, count(*)::int as count from conversations where status = 'waiting' group by team_id`,
      )
      return new Map(rows.map(({ team, count }) => [team, count]))
    },

    async before({ conversation, team, turn: mine }) {
      const { rows } = await pool.query<{ count: number }>(
        `select count(*)::int from conversations
         where team_id = $1 and status = 'waiting' and (${turnColumn}, id) < ($2::numeric, $3::uuid)`,
        [team, mine, conversation],
      )
      return rows[0]?.count ?? 0
    },

    async staff() {
      const { rows } = await pool.query<Staff & { team: string }>({
        name: 'staff',
        text: `select team_id as team, count(*)::int as here, sum(capacity)::int as places, sum(greatest(floor(capacity - load + ringing), 0))::int as free
         from members join agents on agents.id = members.agent_id join standings on standings.agent_id = agents.id,
           lateral (select count(*)::int as ringing from conversations where offered_to = agents.id) as offers
         where disabled_at is null and wish = 'available' and exists (select from presences where person_id = agents.id)
         group by team_id`,
      })
      return new Map(rows.map(({ team, ...staff }) => [team, staff]))
    },

    async candidates(team) {
      const { rows } = await pool.query<CandidateRow>({
        name: 'candidates',
        text: `select ${candidateColumns} from ${candidatesOfTeam} order by agents.id`,
        values: [team],
      })
      return rows.map(candidateFrom)
    },

    async ready(team) {
      const { rows } = await pool.query<CandidateRow & { missed: number; version: string }>({
        name: 'ready',
        text: `select ${candidateColumns}, missed, standings.xmin::text as version from ${candidatesOfTeam}
            and not exists (select from conversations where team_id = $1 and status = 'waiting' and offered_to is null)
          order by agents.id`,
        values: [team],
      })
      return rows.map(candidateFrom)
    },

    async standings(agents) {
      const { rows } = await pool.query<PresentStanding>({
        name: 'present-standings',
        text: `select ${standingColumns}, exists (select from presences where person_id = agent_id) as here
          from standings where agent_id = any($1::uuid[])`,
        values: [agents],
      })
      return rows
    },

    async wish(agent, wish) {
      const { rows } = await pool.query<Standing>(
        `update standings set wish = $2, missed = 0,
           idle_since = case when wish <> $2 and $2 = 'available' then $3 else idle_since end
         where agent_id = $1 returning ${standingColumns}`,
        [agent, wish, now()],
      )
      return rows[0] ?? refuse('no-such-agent')
    },

    async heldBy(agent) {
      const { rows } = await pool.query<{ conversation: string; status: Status; offer: string | null }>(
        `select id as conversation, status, case when offered_to = $1 then state->'offer'->>'id' end as offer from conversations
         where (agent_id = $1 and status in ('active', 'held')) or offered_to = $1
           or (status in ('active', 'held') and id in (select conversation_id from speakers where agent_id = $1))`,
        [agent],
      )
      return rows
    },

    openOf: (requester) => openOf.add(requester),

    async waits(team, count) {
      const { rows } = await pool.query<Wait>(
        `select ahead, places, extract(epoch from ended_at - began_at)::float8 as seconds from waits
         where team_id = $1 and outcome = 'assigned' order by ended_at desc limit $2`,
        [team, count],
      )
      return rows
    },

    async knownAgents(requesters, since) {
      const { rows } = await pool.query<{ requester: string; agent: string; why: 'named' | 'last' }>({
        name: 'known-agents',
        text: `select requesters.id as requester, coalesce(named_agent, helped.agent_id) as agent,
            case when named_agent is null then 'last' else 'named' end as why
          from requesters left join lateral (
            select agent_id from conversations where requester_id = requesters.id and status = 'ended' and agent_id is not null
              and changed_at >= $2 order by opened_at desc limit 1
          ) as helped on true
          where id = any($1::uuid[]) and coalesce(named_agent, helped.agent_id) is not null`,
        values: [requesters, since],
      })
      return new Map(rows.map(({ requester, ...known }) => [requester, known]))
    },

    beginWait: waits.begin,
    endWait: waits.end,
  }
}

interface Open {
  conversation: string
  absent: boolean
}

async function openOfAll(pool: Pool, requesters: string[]): Promise<PromiseSettledResult<Open[]>[]> {
  const { rows } = await pool.query<Open & { requester: string }>({
    name: 'open-of-requesters',
    text: `select id as conversation, state->>'absentSince' is not null as absent, requester_id as requester from conversations
      where requester_id = any($1::uuid[]) and status in ('waiting', 'active', 'held')`,
    values: [requesters],
  })
  const found = new Map<string, Open[]>()
  for (const { requester, ...one } of rows) found.set(requester, [...(found.get(requester) ?? []), one])
  return requesters.map((id) => ({ status: 'fulfilled', value: found.get(id) ?? [] }))
}

interface WaitingRow {
  conversation: string
  requester: string
  team: string
  waiting_since: Date
  priority: Priority
  passed_by: Record<string, string>
  offer: Offer | null
  topic: string | null
  needs: Need[] | null
  language: string | null
  kept_for: { agent: string; until: string } | null
  widened: boolean | null
  vip: true | null
}

interface CandidateRow {
  agent: string
  capacity: number
  load: number
  ringing: number
  wish: Wish
  here: boolean
  idle_since: Date
  given_at: Date | null
  skills: Skills | null
  languages: string[] | null
}

const priority = `(state->'ticket'->>'priority')::int`
const headStart = `(case ${priority} ${Object.entries(headStartMinutes)
  .map(([level, minutes]) => `when ${level} then ${minutes * 60_000}`)
  .join(' ')} end)`
/** The same turn that everybody counts by. */
export const turnColumn = `(floor(extract(epoch from waiting_since) * 1000) - ${headStart}
  - (case when state->>'vip' = 'true' then ${vipMinutes * 60_000} else 0 end))`

const waitingColumns = `id as conversation, requester_id as requester, team_id as team, waiting_since, ${priority} as priority,
  state->'passedBy' as passed_by, nullif(state->'offer', 'null') as offer,
  state->>'topic' as topic, state->'needs' as needs, state->>'language' as language, nullif(state->'keptFor', 'null') as kept_for,
  (state->'widened')::boolean as widened, nullif((state->'vip')::boolean, false) as vip`
const standingColumns = 'agent_id as agent, capacity, load, wish, missed'

const waitingFrom = ({ waiting_since, passed_by, needs, language, kept_for, widened, vip, ...row }: WaitingRow): Waiting => ({
  ...row,
  waitingSince: waiting_since.toISOString(),
  passedBy: passed_by,
  ...(needs && { needs }),
  ...(language && { language }),
  ...(kept_for && { keptFor: kept_for }),
  ...(widened && { widened }),
  ...(vip && { vip }),
})

const candidateColumns = `standings.agent_id as agent, capacity, load, wish, idle_since, given_at, skills, languages,
  (select count(*)::int from conversations where offered_to = standings.agent_id) as ringing,
  exists (select from presences where person_id = standings.agent_id) as here`
const candidatesOfTeam = `members join agents on agents.id = members.agent_id join standings on standings.agent_id = agents.id
  where team_id = $1 and disabled_at is null`

const candidateFrom = <Row extends CandidateRow>({ idle_since, given_at, skills, languages, ...row }: Row) => ({
  ...row,
  idleSince: idle_since.toISOString(),
  givenAt: given_at?.toISOString() ?? null,
  skills: skills ?? {},
  languages: languages ?? [],
})
