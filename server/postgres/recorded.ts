import type { Pool } from 'pg'
import { refuse } from '../../shared/refusal.ts'
import type { RecordedAgent, RecordedEntry, RecordedTalk } from '../desk/simulation/recorded.ts'
import { type Recorded, trafficOf } from '../desk/simulation/recorded.ts'
import type { DeskAsSetUp } from '../desk/simulation/set-up.ts'
import type { Traffic } from '../desk/simulation/traffic.ts'

interface Asked {
  /** Days, both included, as `YYYY-MM-DD`. */
  from: string
  to: string
  desk: DeskAsSetUp
  now: Date
  /** More people than that are refused. */
  most: number
}

/** The traffic of days that were, read from the timelines; null where nobody came. Refuses more than a desk can be tried with. */
export async function readRecorded(pool: Pool, { from, to, desk, now, most }: Asked, seed: number): Promise<Traffic | null> {
  const zone = desk.teams.find(({ hours }) => hours)?.hours?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const span = await spanOf(pool, from, to, zone)
  const talks = await readTalks(pool, span, most)
  if (talks.length === 0) return null
  const recorded = { ...span, readAt: now.getTime(), talks, agents: await readAgents(pool, span) }
  return trafficOf(recorded, seed, desk.settings.wrapUpSeconds)
}

type Span = Pick<Recorded, 'begins' | 'ends'>

async function spanOf(pool: Pool, from: string, to: string, zone: string): Promise<Span> {
  const { rows } = await pool.query<{ begins: Date; ends: Date }>(
    'select $1::date::timestamp at time zone $3 as begins, ($2::date + 1)::timestamp at time zone $3 as ends',
    [from, to, zone],
  )
  const [span] = rows
  if (!span) throw new Error('The calendar gave no answer.')
  return { begins: span.begins.getTime(), ends: span.ends.getTime() }
}

async function readTalks(pool: Pool, { begins, ends }: Span, most: number): Promise<RecordedTalk[]> {
  const span = [new Date(begins), new Date(ends)]
  const { rows } = await pool.query<Omit<RecordedTalk, 'knows' | 'entries'> & { agent: string | null; why: 'named' | 'last' }>(
    `select conversations.id, topics.name as topic, coalesce(topics.needs, '[]') as needs, coalesce(named_agent, helped.agent_id) as agent,
       case when named_agent is null then 'last' else 'named' end as why
     from tickets join conversations on conversations.id = tickets.conversation_id
       join requesters on requesters.id = conversations.requester_id
       left join topics on topics.id = (conversations.state->>'topic')::uuid
       left join lateral (
         select agent_id from conversations as earlier where earlier.requester_id = requesters.id and agent_id is not null
           and opened_at < conversations.opened_at and opened_at > conversations.opened_at - interval '14 days'
         order by opened_at desc limit 1
       ) as helped on true
     where channel in ('chat', 'message') and tickets.opened_at >= $1 and tickets.opened_at < $2 order by tickets.opened_at, conversations.id limit $3`,
    [...span, most + 1],
  )
  if (rows.length > most) refuse('too-much-traffic')
  const entries = await readEntries(
    pool,
    rows.map(({ id }) => id),
  )
  return rows.map(({ agent, why, ...talk }) => ({ ...talk, knows: agent ? { agent, why } : null, entries: entries.get(talk.id) ?? [] }))
}

/** Read in parts, so that neither the database nor whoever is served here waits long for any of them. */
const part = 100

async function readEntries(pool: Pool, ids: readonly string[]): Promise<Map<string, RecordedEntry[]>> {
  const found = new Map<string, RecordedEntry[]>()
  for (let first = 0; first < ids.length; first += part) {
    const { rows } = await pool.query<RecordedEntry & { id: string }>(
      `select conversation_id as id, kind, extract(epoch from at)::float8 * 1000 as at, by::text, data->>'agent' as agent,
         data->>'team' as team, data->>'requester' as requester, data->>'language' as language, data->>'entrance' as entrance,
         coalesce(data->>'why', data->>'how') as why, data->>'impact' as impact, data->>'urgency' as urgency, data->'needs' as needs
       from entries where conversation_id = any($1::uuid[]) and kind = any($2)
       order by conversation_id, at, coalesce(after, seq), lane, seq`,
      [ids.slice(first, first + part), kinds],
    )
    for (const { id, ...entry } of rows) {
      const known = found.get(id)
      if (known) known.push(entry)
      else found.set(id, [entry])
    }
  }
  return found
}

const kinds = [
  ...['opened', 'said', 'assigned', 'queued', 'ended', 'abandoned', 'message-left', 'resolved'],
  ...['offered', 'declined', 'expired', 'classified', 'favoured'],
]

/** Those who are agents now, with their skills and rooms as they are now, and when they were available then. */
async function readAgents(pool: Pool, { begins, ends }: Span): Promise<RecordedAgent[]> {
  const { rows } = await pool.query<RecordedAgent>(
    `select agents.id, agents.name, lower(email) as email, coalesce(capacity, 0) as capacity, coalesce(skills, '{}') as skills,
       coalesce(languages, '{}') as languages,
       coalesce((select array_agg(team_id::text order by team_id) from members where members.agent_id = agents.id), '{}') as teams,
       coalesce((select jsonb_agg(jsonb_build_object('at', extract(epoch from greatest(at, $1)) * 1000, 'available', available) order by at)
         from attendances where attendances.agent_id = agents.id and at < $2 and at >= coalesce(
           (select max(at) from attendances as before where before.agent_id = agents.id and before.at <= $1), $1)), '[]') as noted
     from agents left join standings on standings.agent_id = agents.id order by lower(agents.name), agents.id`,
    [new Date(begins), new Date(ends)],
  )
  return rows
}
