import type { SettingsFile } from '../../../shared/protocol/settings-file.ts'
import { differ } from '../settings/changes.ts'
import { documentOf, namingTeams, type SetUp, type WholeSettings } from '../settings/document.ts'
import { type Merged, merged } from '../settings/merging.ts'
import { asKey } from '../settings/wording.ts'
import type { Side } from './comparing.ts'
import { asSetUp, type DeskAsSetUp } from './set-up.ts'
import type { Arrival, Helper, Traffic } from './traffic.ts'

/** What a desk becomes by one file after the other, each as if it were imported. */
export function mergedInTurn(present: WholeSettings, files: readonly SettingsFile[]): Merged {
  return files.reduce<Merged>(
    (before, file) => {
      const { wanted, problems, notes } = merged(before.wanted, file)
      return { wanted, problems: [...before.problems, ...problems], notes: [...before.notes, ...notes] }
    },
    { wanted: present, problems: [], notes: [] },
  )
}

/** The desk as it is, for this traffic. */
export const presentSide = (setUp: SetUp, { helpers, arrivals }: Traffic): Side => ({ desk: asSetUp(setUp), helpers, arrivals })

/** The desk as it is wanted, with the people that there are: who comes is led to where his topic stands then. */
export function wantedSide(setUp: SetUp, wanted: WholeSettings, { helpers, arrivals }: Traffic): Side {
  const present = documentOf(setUp)
  const ids = new Map(setUp.teams.map(({ id, name }) => [asKey(name), id]))
  // A new team is known by its name.
  const idOf = (name: string) => ids.get(asKey(name)) ?? name
  const desk: DeskAsSetUp = {
    settings: wanted.desk,
    teams: wanted.teams.map(({ name, tier, hours, routing }) => ({
      id: idOf(name),
      name,
      tier,
      hours,
      routing: namingTeams(routing, idOf),
    })),
  }
  const lead = leading(topicsIn(present.teams, idOf), topicsIn(wanted.teams, idOf))
  return { desk, helpers: helpers.map(knowing(present, wanted, desk)), arrivals: arrivals.map(lead) }
}

/** What is made up comes while its agents are there: opening hours are set aside. */
export const alwaysOpen = (side: Side): Side => ({
  ...side,
  desk: { ...side.desk, teams: side.desk.teams.map((team) => ({ ...team, hours: null })) },
})

/** Agents with what the file says that they know, and without the teams that go. */
function knowing(present: WholeSettings, wanted: WholeSettings, { teams }: DeskAsSetUp) {
  const before = new Map(present.agents.map((agent) => [agent.email, agent]))
  const changed = wanted.agents.filter((agent) => differ(before.get(agent.email), agent))
  const known = new Map(changed.map(({ email, skills, languages }) => [asKey(email), { skills, languages }]))
  const here = new Set(teams.map(({ id }) => id))
  return (helper: Helper): Helper => ({
    ...helper,
    ...known.get(asKey(helper.email ?? '')),
    teams: helper.teams.filter((team) => here.has(team)),
  })
}

interface Topic {
  team: string
  name: string
  needs: Arrival['needs']
}

const topicsIn = (teams: WholeSettings['teams'], idOf: (name: string) => string): Topic[] =>
  teams.flatMap(({ name: team, topics }) => topics.map(({ name, needs }) => ({ team: idOf(team), name, needs })))

/** A topic that moved takes those along who ask about it, and one that needs other skills asks for those, unless somebody said otherwise. */
function leading(before: readonly Topic[], after: readonly Topic[]) {
  return (arrival: Arrival): Arrival => {
    const called = before.filter(({ name }) => arrival.topic !== null && asKey(name) === asKey(arrival.topic))
    const was = called.find(({ team }) => team === arrival.team)
    if (!was) return arrival
    const places = after.filter(({ name }) => asKey(name) === asKey(was.name))
    const isNew = ({ team }: Topic) => !called.some((one) => one.team === team)
    const now = places.find(({ team }) => team === was.team) ?? places.find(isNew) ?? places[0]
    if (!now) return arrival
    return { ...arrival, team: now.team, needs: differ(arrival.needs, was.needs) ? arrival.needs : now.needs }
  }
}
