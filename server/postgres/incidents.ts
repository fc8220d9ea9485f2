import type { Pool, PoolClient } from 'pg'
import type { Named } from '../../shared/people.ts'
import type { IncidentNews } from '../../shared/protocol/incident.ts'
import { refuse } from '../../shared/refusal.ts'
import type { IncidentKept, Incidents, IncidentWritten } from '../desk/administration.ts'
import type { By } from '../desk/people.ts'
import { audited, type Write } from './audit.ts'
import { untold } from './incident-news.ts'

/** What many people have at the same time. Its tickets say themselves that they are of it. */
export const incidentsIn = (pool: Pool, readPool: Pool): Incidents => ({
  list: (now) => readIncidents(readPool, { since: new Date(now.getTime() - shownDays * 24 * 3600_000) }),

  async read(incident) {
    const [row = refuse('not-found')] = await readIncidents(readPool, { incident })
    return { incident: row, news: await readNews(readPool, incident) }
  },

  async sites() {
    const { rows } = await readPool.query<Named>('select id, name from sites order by lower(name)')
    return rows
  },

  declare: (by, team, { incident, conversation, title, text, nextBy, topics, sites }) =>
    audited(pool, by, async (client, write) => {
      const { rowCount } = await client.query(
        `insert into incidents (id, conversation_id, title, text, next_by, team_id, topics, sites, declared_by, declared_at, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) on conflict (id) do nothing`,
        [incident, conversation, title, text, nextBy, team, topics, sites, by.agent?.id ?? null, by.at],
      )
      if (rowCount) await write({ what: 'incidents:declare', subject: { id: incident, name: title }, after: { title, topics, sites } })
    }),

  save: (by, { incident, version, title, text, nextBy, topics, sites }) =>
    audited(pool, by, async (client, write) => {
      const before = await lock(client, incident)
      if (before.version !== version) refuse('changed-meanwhile')
      await client.query(
        `update incidents set title = $2, text = $3, next_by = $4, topics = $5, sites = $6, changed_at = $7, version = version + 1
         where id = $1`,
        [incident, title, text, nextBy, topics, sites, by.at],
      )
      const { title: was, topics: of, sites: on } = before
      await write({
        what: 'incidents:save',
        subject: { id: incident, name: title },
        before: { title: was, topics: of, sites: on },
        after: { title, topics, sites },
      })
    }),

  write: (by, news) => audited(pool, by, (client, write) => writeNews(client, by, news, write)),

  async of(requester, incidents) {
    const { rows } = await pool.query<{ site: string | null; incident: string | null; conversation: string; number: string }>({
      name: 'incidents-of-requester',
      text: `select site_id as site, incident_id as incident, conversation_id as conversation, number from requesters
        left join tickets on requester_id = requesters.id and incident_id = any($2::uuid[]) where requesters.id = $1 order by number desc`,
      values: [requester, incidents],
    })
    return {
      site: rows[0]?.site ?? null,
      mine: rows.flatMap(({ incident, conversation, number }) => (incident ? [{ incident, conversation, number: Number(number) }] : [])),
    }
  },
})

const shownDays = 30

/** The text is what everybody reads from now on; what it said before stays among the news. */
async function writeNews(client: PoolClient, by: By, { incident, id, text, name, nextBy, isLast, reopens }: IncidentWritten, write: Write) {
  const before = await lock(client, incident)
  const { rowCount: isKnown } = await client.query('select from incident_news where id = $1 and incident_id = $2', [id, incident])
  if (isKnown) return
  if (before.state !== (reopens ? 'resolved' : 'open')) refuse(reopens ? 'incident-at-hand' : 'incident-over')
  if (reopens && (!before.resolved_at || before.resolved_at < reopens.since)) refuse('incident-long-over')
  const edition = before.edition + 1
  await client.query(
    `insert into incident_news (incident_id, edition, id, at, agent_id, name, text, is_last, reopens)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [incident, edition, id, by.at, by.agent?.id, name, text, isLast, reopens !== undefined],
  )
  await client.query(
    `update incidents set edition = $2, text = $3, changed_at = $4::timestamptz, version = version + 1, next_by = case when $6::boolean then null else $5::timestamptz end,
       state = case when $6 then 'resolved' else 'open' end, resolved_at = case when $6 then $4::timestamptz end, settled_at = null
     where id = $1`,
    [incident, edition, text, by.at, nextBy ?? null, isLast],
  )
  // What it says is in every timeline that it came to, and not in the log.
  const what = isLast ? 'incidents:resolve' : reopens ? 'incidents:reopen' : 'incidents:tell'
  await write({ what, subject: { id: incident, name: before.title }, after: { edition } })
}

interface Locked {
  title: string
  topics: string[]
  sites: string[]
  state: 'open' | 'resolved'
  edition: number
  version: number
  resolved_at: Date | null
}

async function lock(client: PoolClient, incident: string): Promise<Locked> {
  const { rows } = await client.query<Locked>(
    'select title, topics, sites, state, edition, version, resolved_at from incidents where id = $1 for update',
    [incident],
  )
  return rows[0] ?? refuse('not-found')
}

interface Row extends Omit<IncidentKept, 'team' | 'owner' | 'declaredBy' | 'nextBy' | 'declaredAt' | 'resolvedAt' | 'origin' | 'tickets'> {
  next_by: Date | null
  team_id: string | null
  team: string | null
  declared_by: string | null
  declarer: string | null
  owner_id: string | null
  owner: string | null
  declared_at: Date
  resolved_at: Date | null
  origin: string | null
  all: number
  open: number
  talking: number
  to_tell: number
}

async function readIncidents(pool: Pool, { incident = null, since = null }: { incident?: string | null; since?: Date | null }) {
  const { rows } = await pool.query<Row>(
    `select incidents.id, title, text, next_by, incidents.team_id, teams.name as team, topics, sites, incidents.state, edition, declared_by,
       agents.name as declarer, owners.id as owner_id, owners.name as owner, declared_at, resolved_at,
       conversations.number as origin, incidents.version, of_it.*
     from incidents
     left join teams on teams.id = incidents.team_id
     left join agents on agents.id = declared_by
     left join agents as owners on owners.id = coalesce(incidents.owner_id, declared_by)
     left join conversations on conversations.id = incidents.conversation_id
     cross join lateral (
       select count(*)::int as "all", count(*) filter (where is_open)::int as open,
         count(*) filter (where is_open and talk in ('waiting', 'active', 'held'))::int as talking,
         count(*) filter (where is_untold)::int as to_tell
       from (
         select tickets.status in ('new', 'in-progress', 'on-hold') as is_open, talks.status as talk, ${untold} and settled_at is null as is_untold
         from tickets join conversations as talks on talks.id = tickets.conversation_id where incident_id = incidents.id) as tickets
     ) as of_it
     where case when $1::uuid is null then incidents.state = 'open' or resolved_at > $2 else incidents.id = $1 end
     order by incidents.state, declared_at desc limit 100`,
    [incident, since],
  )
  return rows.map(keptFrom)
}

function keptFrom({ all, open, talking, to_tell, ...row }: Row): IncidentKept {
  const { id, title, text, topics, sites, state, edition, version } = row
  return {
    ...{ id, title, text, topics, sites, state, edition, version },
    nextBy: row.next_by?.toISOString() ?? null,
    team: named(row.team_id, row.team),
    declaredBy: named(row.declared_by, row.declarer),
    owner: named(row.owner_id, row.owner),
    declaredAt: row.declared_at.toISOString(),
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    origin: row.origin === null ? null : Number(row.origin),
    tickets: { all, open, talking, toTell: to_tell },
  }
}

const named = (id: string | null, name: string | null): Named | null => (id === null ? null : { id, name: name ?? '' })

async function readNews(pool: Pool, incident: string): Promise<IncidentNews[]> {
  const { rows } = await pool.query<Omit<IncidentNews, 'at'> & { at: Date }>(
    `select edition, at, name as by, text, is_last as "isLast", reopens,
       (select count(*)::int from tickets where tickets.incident_id = $1 and incident_edition >= news.edition and opened_at <= news.at) as told
     from incident_news as news where incident_id = $1 order by edition desc`,
    [incident],
  )
  return rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString() }))
}
