import type { Pool, PoolClient } from 'pg'
import type { Named } from '../../shared/people.ts'
import type { IncidentNow, KeptIncident } from '../desk/hand-over-rows.ts'
import type { Write } from './audit.ts'

const mostOpen = 100

const owner = `(select jsonb_build_object('id', agents.id, 'name', agents.name) from agents
  where agents.id = coalesce(incidents.owner_id, incidents.declared_by))`

/** What is told of an incident, as a part of an object in JSON. */
const facts = `'incident', incidents.id, 'title', incidents.title, 'text', incidents.text, 'state', incidents.state, 'team', incidents.team_id,
  'owner', ${owner}, 'nextBy', incidents.next_by,
  'lastNewsAt', (select max(incident_news.at) from incident_news where incident_news.incident_id = incidents.id),
  'joined', (select count(*) from tickets where tickets.incident_id = incidents.id)`

/** The incidents of a hand-over, in their order; null where there are none. */
export const incidentsOfHandOver = `(select jsonb_agg(jsonb_build_object(${facts}, 'line', line, 'outcome', outcome) order by position)
  from hand_over_incidents join incidents on incidents.id = incident_id where hand_over_id = hand_overs.id)`

/** As JSON has its times. */
export const inTime = <T extends Pick<IncidentNow, 'nextBy' | 'lastNewsAt'>>(one: T): T => ({
  ...one,
  nextBy: moment(one.nextBy),
  lastNewsAt: moment(one.lastNewsAt),
})

const moment = (written: string | null) => (written === null ? null : new Date(written).toISOString())

/** All that are open. */
export async function openIncidents(pool: Pool): Promise<IncidentNow[]> {
  const { rows } = await pool.query<{ one: IncidentNow }>(
    `select jsonb_build_object(${facts}) as one from incidents where settled_at is null and incidents.state = 'open'
     order by declared_at limit ${mostOpen}`,
  )
  return rows.map(({ one }) => inTime(one))
}

export async function keepIncidents(client: PoolClient, handOver: string, incidents: readonly Pick<KeptIncident, 'incident' | 'line'>[]) {
  await client.query(
    `insert into hand_over_incidents (hand_over_id, incident_id, position, line)
     select $1, held.* from unnest($2::uuid[], $3::int[], $4::text[]) as held`,
    [handOver, incidents.map(({ incident }) => incident), incidents.map((_, place) => place), incidents.map(({ line }) => line)],
  )
}

/** Those that are open, and still the giver's or nobody's, are the taker's now; the audit log tells of each. */
export async function passIncidents(client: PoolClient, handOver: string, write: Write): Promise<void> {
  const { rows } = await client.query<{ id: string; title: string; giver: Named; taker: Named }>(
    `with wanted as (
       select incidents.id from incidents join hand_over_incidents on incident_id = incidents.id join hand_overs on hand_overs.id = hand_over_id
       where hand_over_id = $1 and incidents.state = 'open' and coalesce(owner_id, declared_by, from_agent) = from_agent
       order by incidents.id for update of incidents
     ), passed as (
       update incidents set owner_id = decided_by from wanted, hand_overs where incidents.id = wanted.id and hand_overs.id = $1
       returning incidents.id, title
     ), noted as (
       update hand_over_incidents set outcome = case when incident_id in (select id from passed) then 'taken' else 'gone' end
       where hand_over_id = $1
     )
     select passed.id, title, to_jsonb(givers) as giver, to_jsonb(takers) as taker from passed, hand_overs
       join (select id, name from agents) as givers on givers.id = from_agent
       join (select id, name from agents) as takers on takers.id = decided_by
     where hand_overs.id = $1`,
    [handOver],
  )
  for (const { id, title, giver, taker } of rows) {
    await write({
      what: 'incidents:hand-over',
      subject: { id, name: title },
      before: { owner: giver.name },
      after: { owner: taker.name },
    })
  }
}
