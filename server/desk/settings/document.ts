import { type Category, inTree } from '../../../shared/category.ts'
import type { RemoteHelp } from '../../../shared/consent.ts'
import type { Refuge } from '../../../shared/crowding.ts'
import type { GuardRules } from '../../../shared/guard.ts'
import type { LookField, WidgetLook } from '../../../shared/look.ts'
import type { CannedReply, TeamSettings } from '../../../shared/protocol/admin.ts'
import type { WrittenReply } from '../../../shared/protocol/settings-file.ts'
import type { AgentSkills } from '../../../shared/protocol/skills.ts'
import type { Telephony } from '../../../shared/protocol/telephony.ts'
import type { DeskSettings } from '../../../shared/queue.ts'
import type { Need, Skills } from '../../../shared/skills.ts'
import { defaultRouting, type TeamRouting } from '../../../shared/team-routing.ts'
import type { Versioned } from '../administration.ts'
import { inOrder } from './order.ts'

/** How a desk is set up, with the ids and versions by which it is changed. */
export interface SetUp {
  desk: Versioned<DeskSettings>
  look: Versioned<WidgetLook>
  guard: Versioned<GuardRules>
  remote: Versioned<RemoteHelp>
  telephony: Telephony
  categories: Category[]
  teams: SetUpTeam[]
  agents: (AgentSkills & { email: string })[]
  /** Those that are not one agent's own. */
  replies: CannedReply[]
}

export interface SetUpTeam extends Omit<TeamSettings, 'topics'> {
  topics: { id: string; name: string; needs: Need[] }[]
  routing: Versioned<TeamRouting>
}

/** All settings of a desk with names in place of ids: what a settings file says that leaves nothing out. */
export interface WholeSettings {
  version: 1
  desk: DeskSettings
  look: Omit<WidgetLook, 'fields'> & { fields: Omit<LookField, 'id'>[] }
  guard: GuardRules
  remote: RemoteHelp
  telephone: Pick<Telephony, 'enabled'>
  categories: WholeCategory[]
  teams: WholeTeam[]
  agents: WholeAgent[]
  replies: WrittenReply[]
}

export interface WholeCategory {
  name: string
  retired: boolean
  below: WholeCategory[]
}

export interface WholeTeam extends Pick<TeamSettings, 'name' | 'tier' | 'hours'> {
  topics: { name: string; needs: Need[] }[]
  /** Other teams by their names. */
  routing: TeamRouting
}

export interface WholeAgent {
  email: string
  skills: Skills
  languages: string[]
  extension: string | null
}

/** A team of which nothing is known but its name. */
export const newTeam = (name: string): WholeTeam => ({ name, tier: 1, hours: null, topics: [], routing: defaultRouting })

/** The settings of a desk as a document, always in the same order. */
export function documentOf({ desk, look, guard, remote, telephony, categories, teams, agents, replies }: SetUp): WholeSettings {
  const extensions = new Map(telephony.extensions.map(({ agent, extension }) => [agent, extension]))
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? null
  return inOrder({
    version: 1,
    desk: desk.value,
    look: { ...look.value, fields: look.value.fields.map(({ id: _, ...field }) => field) },
    guard: guard.value,
    remote: remote.value,
    telephone: { enabled: telephony.enabled },
    categories: treeBelow(null, inTree(categories)),
    teams: teams.map(({ name, tier, hours, topics, routing }) => ({
      name,
      tier,
      hours,
      topics: topics.map((topic) => ({ name: topic.name, needs: topic.needs })),
      routing: namingTeams(routing.value, nameOf),
    })),
    agents: agents.map(({ id, email, skills, languages }) => ({ email, skills, languages, extension: extensions.get(id) ?? null })),
    replies: replies.map(({ name, whose, text }) => ({ name, team: typeof whose === 'string' ? null : nameOf(whose.team), text })),
  })
}

const treeBelow = (parent: string | null, placed: readonly Category[]): WholeCategory[] =>
  placed.filter((category) => category.parent === parent).map(({ id, name, retired }) => ({ name, retired, below: treeBelow(id, placed) }))

/** The routing with every team in it called otherwise. What leads to a team that is no more leads nowhere. */
export function namingTeams(routing: TeamRouting, otherwise: (team: string) => string | null): TeamRouting {
  const { overflow, limits } = routing
  const helper = overflow && otherwise(overflow.team)
  return {
    ...routing,
    limits: { length: leadingTo(limits.length, otherwise), wait: leadingTo(limits.wait, otherwise) },
    overflow: overflow && helper ? { ...overflow, team: helper } : null,
  }
}

function leadingTo<T extends { refuge: Refuge }>(limit: T | null, otherwise: (team: string) => string | null): T | null {
  if (limit?.refuge.to !== 'team') return limit
  const team = otherwise(limit.refuge.team)
  return team === null ? null : { ...limit, refuge: { to: 'team', team } }
}
