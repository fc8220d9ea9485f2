import type { Refuge } from '../../../shared/crowding.ts'
import type { SettingsFile, WrittenRouting, WrittenTeam } from '../../../shared/protocol/settings-file.ts'
import { defaultRouting, type TeamRouting } from '../../../shared/team-routing.ts'
import type { Side } from './comparing.ts'
import type { DeskAsSetUp, TeamAsSetUp } from './set-up.ts'

/** The desk as it would be with these settings; what they do not name stays as it is. Throws a sentence about a team that is not there. */
export function proposedBy(file: SettingsFile, { desk, helpers }: Side): Side {
  const written = file.teams ?? []
  const added = written.filter(({ name }) => !desk.teams.some((team) => isSame(team.name, name)))
  const teams = [...desk.teams, ...added.map(newTeam)]
  const skilled = new Map(file.agents?.map((agent) => [agent.email.toLowerCase(), agent]))
  return {
    desk: {
      settings: { ...desk.settings, ...present(file.desk) },
      teams: teams.map((team) =>
        changed(
          team,
          written.find(({ name }) => isSame(name, team.name)),
          teams,
        ),
      ),
    },
    helpers: helpers.map((helper) => {
      const { skills = helper.skills, languages = helper.languages } = skilled.get(helper.email ?? '') ?? {}
      return { ...helper, skills, languages: [...languages] }
    }),
  }
}

const newTeam = ({ name }: WrittenTeam): TeamAsSetUp => ({ id: name, name, tier: 1, hours: null, routing: defaultRouting })

function changed(team: TeamAsSetUp, written: WrittenTeam | undefined, teams: DeskAsSetUp['teams']): TeamAsSetUp {
  if (!written) return team
  const { tier = team.tier, hours = team.hours, routing } = written
  return { ...team, tier, hours, routing: routing ? { ...team.routing, ...byIds(routing, teams) } : team.routing }
}

function byIds({ overflow, limits, ...rest }: WrittenRouting, teams: DeskAsSetUp['teams']): Partial<TeamRouting> {
  const idOf = (name: string) => {
    const found = teams.find((team) => isSame(team.name, name))
    if (!found) throw new Error(`There is no team called ${name}.`)
    return found.id
  }
  const refuge = (to: Refuge): Refuge => (to.to === 'team' ? { ...to, team: idOf(to.team) } : to)
  return {
    ...present(rest),
    ...(overflow !== undefined && { overflow: overflow && { ...overflow, team: idOf(overflow.team) } }),
    ...(limits && {
      limits: {
        length: limits.length && { ...limits.length, refuge: refuge(limits.length.refuge) },
        wait: limits.wait && { ...limits.wait, refuge: refuge(limits.wait.refuge) },
      },
    }),
  }
}

/** Only what is said: what is undefined would hide what is there. */
const present = <T extends object>(some: T | undefined) =>
  Object.fromEntries(Object.entries(some ?? {}).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
