import { randomUUID } from 'node:crypto'
import type { By } from '../people.ts'
import { differ } from './changes.ts'
import { documentOf, namingTeams, newTeam, type SetUp, type SetUpTeam, type WholeSettings, type WholeTeam } from './document.ts'
import { fits } from './misfit.ts'
import type { SettingsPorts } from './ports.ts'
import { asKey, takenInTurn } from './wording.ts'

/** Makes the teams what is wanted, the new ones first: others may lead to them. */
export async function saveTeams(ports: SettingsPorts, by: By, setUp: SetUp, { teams: wanted }: WholeSettings): Promise<void> {
  const present = new Map(setUp.teams.map((team) => [asKey(team.name), team]))
  const written = new Map(documentOf(setUp).teams.map((team) => [asKey(team.name), team]))
  const saved = []
  for (const team of wanted) {
    const before = present.get(asKey(team.name))
    const was = written.get(asKey(team.name)) ?? newTeam(team.name)
    saved.push({ team, was, before, id: await saveTeam(ports, by, before, was, team) })
  }
  const ids = new Map(saved.map(({ team, id }) => [asKey(team.name), id]))
  for (const { team, was, before, id } of saved) {
    if (!differ(was.routing, team.routing)) continue
    const routing = namingTeams(team.routing, (name) => ids.get(asKey(name)) ?? null)
    await fits(['teams', team.name, 'routing'], ports.routings.save(by, { team: id, version: before?.routing.version ?? 0, routing }))
  }
}

async function saveTeam({ teams, skills }: SettingsPorts, by: By, before: SetUpTeam | undefined, was: WholeTeam, wanted: WholeTeam) {
  const { name, tier, hours } = wanted
  const place = ['teams', name]
  const topicOf = takenInTurn(before?.topics ?? [], ({ name }) => asKey(name))
  const topics = wanted.topics
    .map((topic) => ({ ...topic, before: topicOf(asKey(topic.name)) }))
    .map((topic) => ({ ...topic, id: topic.before?.id ?? randomUUID() }))
  const id = before?.id ?? randomUUID()
  let version = before?.version ?? 0
  if (!before || differ(shellOf(was), shellOf(wanted))) {
    const said = { team: id, version, name, tier, hours, topics: topics.map((topic) => ({ id: topic.id, name: topic.name })) }
    version = (await fits(place, teams.save(by, said))).version
  }
  for (const topic of topics) {
    if (!differ(topic.before?.needs ?? [], topic.needs)) continue
    const saved = await fits([...place, 'topics', topic.name], skills.saveTopic(by, { topic: topic.id, version, needs: topic.needs }))
    version = saved.version
  }
  return id
}

/** What is saved with the team itself. */
const shellOf = ({ name, tier, hours, topics }: WholeTeam) => ({ name, tier, hours, topics: topics.map((topic) => ({ name: topic.name })) })

/** Takes away the teams that are wanted no more. */
export async function removeTeams({ teams }: SettingsPorts, by: By, { teams: wanted }: WholeSettings): Promise<void> {
  const staying = new Set(wanted.map(({ name }) => asKey(name)))
  for (const { id, name, version } of await teams.list()) {
    if (!staying.has(asKey(name))) await fits(['remove', 'teams', name], teams.remove(by, { team: id, version }))
  }
}
