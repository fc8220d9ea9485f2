import type { Pool } from 'pg'
import { inTree } from '../../shared/category.ts'
import { noRemoteHelp, type RemoteHelp } from '../../shared/consent.ts'
import { type GuardRules, usualGuard } from '../../shared/guard.ts'
import { defaultLook, type LookField, type WidgetLook } from '../../shared/look.ts'
import type { Role } from '../../shared/people.ts'
import { type DeskSettings, defaultSettings } from '../../shared/queue.ts'
import type { Shut } from '../../shared/shut.ts'
import type { Need } from '../../shared/skills.ts'
import { type Routing, routingFor, type SavedRouting } from '../../shared/team-routing.ts'
import { placeholderEmail } from '../desk/people.ts'
import type { AgentView, CategoryRow, Directory, GuideAtHand, IncidentAtHand, TeamRow } from '../desk/ports.ts'
import { type Hours, isOpen } from '../desk/time/hours.ts'
import { readCategories } from './categories.ts'
import { guidesAtHand } from './guides-at-hand.ts'
import { incidentsAtHand } from './incident-news.ts'

interface TeamFacts {
  id: string
  name: string
  tier: number
  hours: Hours | null
  topics: { id: string; name: string }[]
  /** What conversations ask of their agents, by topic. */
  needs: Record<string, Need[]>
  routing: Routing
  shut?: Shut
}

interface AgentFacts extends AgentView {
  wish: 'available' | 'away'
}

interface Facts {
  settings: DeskSettings
  fields: readonly LookField[]
  guard: GuardRules
  remote: RemoteHelp
  teams: TeamFacts[]
  agents: Map<string, AgentFacts>
  /** By id, and by path in small letters. */
  categories: Map<string, CategoryRow>
  guides: readonly GuideAtHand[]
  incidents: readonly IncidentAtHand[]
}

export type DirectoryKeeper = ReturnType<typeof createDirectory>

/**
 * The ordinary rows that every decision needs, kept in memory and read anew when told, so that no message waits for them.
 * They may be a moment old; whatever can be raced over is decided on locked rows instead.
 */
export function createDirectory(pool: Pool, now: () => Date) {
  let facts: Facts = {
    settings: defaultSettings,
    fields: defaultLook.fields,
    guard: usualGuard,
    remote: noRemoteHelp,
    teams: [],
    agents: new Map(),
    categories: new Map(),
    guides: [],
    incidents: [],
  }
  let current: Promise<void> = Promise.resolve()
  let following: Promise<void> | null = null

  async function readAll() {
    facts = await readFacts(pool, now(), facts.guides)
  }

  return {
    /** Reads everything anew, after what is being read already. Calls that come meanwhile share one further reading. */
    refresh(): Promise<void> {
      following ??= current
        .catch(() => undefined)
        .then(() => {
          following = null
          current = readAll()
          return current
        })
      return following
    },

    /** As it is known now. */
    view: (): Directory => viewOf(facts, now()),

    /** The opening hours of a team, for telling when it opens. */
    hours: (team: string): Hours | null => facts.teams.find(({ id }) => id === team)?.hours ?? null,
  }
}

function viewOf({ settings, fields, guard, remote, teams, agents, categories, guides, incidents }: Facts, at: Date): Directory {
  const row = ({ hours, routing, needs, ...team }: TeamFacts): TeamRow => ({
    ...team,
    open: routing.emergency === null && isOpen(hours, at),
  })
  return {
    settings,
    fields,
    guard,
    remote,
    get teams() {
      return teams.map(row)
    },
    team(id) {
      const found = teams.find((team) => team.id === id)
      return found ? row(found) : null
    },
    routing: (id) => teams.find((team) => team.id === id)?.routing ?? routingFor(null, settings),
    topic(id) {
      const team = teams.find(({ topics }) => topics.some((topic) => topic.id === id))
      return team ? { id, team: team.id, needs: team.needs[id] ?? [] } : null
    },
    agent: (id) => agents.get(id) ?? null,
    agents: () => [...agents.values()],
    category: (named) => categories.get(named.toLowerCase()) ?? null,
    hasCategories: [...categories.values()].some(({ closed }) => !closed),
    guide: (id) => guides.find((one) => one.id === id) ?? null,
    guides,
    incidents,
    attended: (team) =>
      [...agents.values()].some((agent) => agent.here && agent.wish === 'available' && !agent.disabled && agent.teams.includes(team)),
  }
}

async function readFacts(pool: Pool, at: Date, known: readonly GuideAtHand[]): Promise<Facts> {
  const { settings, fields, guard, remote } = await readSettings(pool)
  const [teams, agents, tree, guides, incidents] = await Promise.all([
    readTeams(pool, settings),
    readAgents(pool, at, settings.graceSeconds),
    readCategories(pool),
    guidesAtHand(pool, known),
    incidentsAtHand(pool),
  ])
  const categories = inTree(tree).map(({ id, path, closed }) => ({ id, path, closed }))
  const named = categories.flatMap((row) => [[row.id, row] as const, [row.path.toLowerCase(), row] as const])
  return { settings, fields, guard, remote, teams, agents, categories: new Map(named), guides, incidents }
}

async function readSettings(pool: Pool): Promise<Pick<Facts, 'settings' | 'fields' | 'guard' | 'remote'>> {
  const { rows } = await pool.query<{
    desk: Partial<DeskSettings> | null
    look: Partial<WidgetLook> | null
    guard: Partial<GuardRules> | null
    remote: RemoteHelp | null
  }>(
    `select (select value from settings where name = 'desk') as desk, (select value from settings where name = 'look') as look,
       (select value from settings where name = 'guard') as guard,
       (select value from settings where name = 'remote') as remote`,
  )
  const { desk, look, guard, remote } = rows[0] ?? {}
  return {
    settings: { ...defaultSettings, ...desk },
    fields: look?.fields ?? defaultLook.fields,
    guard: { ...usualGuard, ...guard },
    remote: remote ?? noRemoteHelp,
  }
}

async function readTeams(pool: Pool, settings: DeskSettings): Promise<TeamFacts[]> {
  const { rows } = await pool.query<TeamFacts & { saved: SavedRouting | null }>(
    `select teams.id, teams.name, tier, hours, routing as saved,
       coalesce((select jsonb_agg(jsonb_build_object('id', topics.id, 'name', topics.name) order by position, topics.name)
         from topics where topics.team_id = teams.id), '[]') as topics,
       coalesce((select jsonb_object_agg(topics.id, needs) from topics where team_id = teams.id and needs is not null), '{}') as needs
     from teams order by tier, teams.created_at, teams.name`,
  )
  return rows.map(({ saved, ...team }) => ({
    ...team,
    routing: { ...routingFor(saved, settings), hours: team.hours },
    ...(saved?.shut && { shut: saved.shut }),
  }))
}

/** An agent is here while a process that lives holds a connection of his, and for the grace time after the last one. */
async function readAgents(pool: Pool, at: Date, graceSeconds: number) {
  const { rows } = await pool.query<{
    id: string
    name: string
    role: Role
    disabled: boolean
    teams: string[]
    wish: 'available' | 'away'
    here: boolean
  }>(
    `select agents.id, agents.name, role, disabled_at is not null as disabled, coalesce(wish, 'away') as wish,
       coalesce((select array_agg(team_id::text) from members where members.agent_id = agents.id), '{}') as teams,
       (exists (select from presences where person_id = agents.id) or gone_since > $1::timestamptz - make_interval(secs => $2)) is true as here
     from agents left join standings on standings.agent_id = agents.id where email <> $3`,
    // The first administrator is nobody before he has said who he is.
    [at, graceSeconds, placeholderEmail],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
