import type { SettingsFile, WrittenAgent, WrittenReply, WrittenTeam } from '../../../shared/protocol/settings-file.ts'
import type { Note, Problem, SettingPath } from '../../../shared/settings-file.ts'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import { namingTeams, newTeam, type WholeAgent, type WholeSettings, type WholeTeam } from './document.ts'
import { notesOn } from './notes.ts'
import { mergedTree } from './trees.ts'
import { asKey, keyOfReply, takenInTurn } from './wording.ts'

/** What a desk's settings become by a file, what of the file does not fit this desk, and what is worth knowing besides. */
export interface Merged {
  wanted: WholeSettings
  problems: Problem[]
  notes: Note[]
}

/** What teams are called, by their names in small letters. */
type Names = ReadonlyMap<string, string>

/** The settings with all that the file says. Whatever it does not name stays as it is. */
export function merged(present: WholeSettings, file: SettingsFile): Merged {
  const { remove = {} } = file
  const going = new Set(remove.teams?.map(asKey))
  const gonePaths = new Set(remove.categories?.map(asKey))
  const teams = mergedTeams(
    present.teams.filter(({ name }) => !going.has(asKey(name))),
    file.teams,
  )
  const named: Names = new Map(teams.map(({ name }) => [asKey(name), name]))
  const said = new Map(file.agents?.map((agent) => [asKey(agent.email), agent]))
  const agents = present.agents.map((agent) => overlaid(agent, knownBy(said.get(asKey(agent.email)))))
  const replies = mergedReplies(
    present.replies.filter(({ team }) => team === null || named.has(asKey(team))),
    file,
    named,
  )
  return {
    wanted: {
      version: 1,
      desk: overlaid(present.desk, file.desk),
      look: overlaid(present.look, file.look),
      guard: overlaid(present.guard, file.guard),
      remote: overlaid(present.remote, file.remote),
      telephone: overlaid(present.telephone, file.telephone),
      categories: mergedTree(present.categories, file.categories, (path) => gonePaths.has(path)),
      teams: teams.map((team) => ({ ...team, routing: namingTeams(team.routing, (name) => named.get(asKey(name)) ?? null) })),
      agents,
      replies,
    },
    problems: [...strangersIn(file, teams, named), ...calledTwice(agents, ({ email }) => said.has(asKey(email)))],
    notes: notesOn(present, file),
  }
}

/** What is said of it counts; the rest stays. What is undefined was not said. */
const overlaid = <T extends object>(under: T, over: { [K in keyof T]?: T[K] | undefined } = {}): T => ({
  ...under,
  ...Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined)),
})

/** An address is looked up by, and stays as the desk writes it. */
const knownBy = ({ skills, languages, extension }: Partial<WrittenAgent> = {}) => ({ skills, languages, extension })

function mergedTeams(present: readonly WholeTeam[], written: readonly WrittenTeam[] = []): WholeTeam[] {
  const said = new Map(written.map((team) => [asKey(team.name), team]))
  const known = new Set(present.map(({ name }) => asKey(name)))
  const added = written.filter(({ name }) => !known.has(asKey(name)))
  return [...present, ...added.map(({ name }) => newTeam(name))].map((team) => mergedTeam(team, said.get(asKey(team.name))))
}

function mergedTeam(before: WholeTeam, written: WrittenTeam | undefined): WholeTeam {
  if (!written) return before
  const { name, tier = before.tier, hours = before.hours, topics = before.topics, routing } = written
  const needsOf = takenInTurn(before.topics, ({ name }) => asKey(name))
  return {
    name,
    tier,
    hours,
    topics: topics.map((topic) => ({ name: topic.name, needs: topic.needs ?? needsOf(asKey(topic.name))?.needs ?? [] })),
    routing: overlaid<TeamRouting>(before.routing, routing),
  }
}

/** Replies may share a name: those that say the same belong together, and of the others the first and the first. */
function mergedReplies(present: readonly WrittenReply[], { replies = [], remove = {} }: SettingsFile, named: Names): WrittenReply[] {
  const called = (reply: WrittenReply) => ({ ...reply, team: reply.team && (named.get(asKey(reply.team)) ?? reply.team) })
  const left = new Set(replies.map(called))
  const take = (reply: WrittenReply | undefined) => reply && left.delete(reply) && reply
  const staying = present.filter(isStaying(remove.replies)).map(called)
  const sameAs = takenInTurn([...left], saidBy)
  const same = staying.map((reply) => take(sameAs(saidBy(reply))))
  const likeIt = takenInTurn([...left], keyOfReply)
  const kept = staying.map((reply, place) => same[place] || take(likeIt(keyOfReply(reply))) || reply)
  return [...kept, ...left]
}

/** Those that go are named with what they say, or without: then all of that name go. */
function isStaying(going: readonly (Omit<WrittenReply, 'text'> & { text?: string | undefined })[] = []) {
  const gone = new Set(going.map((one) => (one.text === undefined ? keyOfReply(one) : saidBy({ ...one, text: one.text }))))
  return (reply: WrittenReply) => !gone.has(keyOfReply(reply)) && !gone.has(saidBy(reply))
}

/** Whose it is, what it is called, and what it says. */
const saidBy = (reply: WrittenReply) => `${keyOfReply(reply)} ${reply.text}`

/** Nobody is called where somebody else is. */
function calledTwice(agents: readonly WholeAgent[], isSaid: (agent: WholeAgent) => boolean): Problem[] {
  const there = new Map<string, WholeAgent[]>()
  for (const agent of agents) if (agent.extension !== null) there.set(agent.extension, [...(there.get(agent.extension) ?? []), agent])
  return [...there.values()].flatMap((those) => {
    const wrong = those.findLast(isSaid)
    const other = those.find((one) => one !== wrong)
    return wrong && other ? [{ place: ['agents', wrong.email, 'extension'], fault: { what: 'taken', name: other.email } }] : []
  })
}

/** Teams that the file leads to and that there will not be, or that would send people to themselves. */
function strangersIn(file: SettingsFile, teams: readonly WholeTeam[], named: Names): Problem[] {
  const strange = (place: SettingPath, team: string | null | undefined): Problem[] =>
    !team || named.has(asKey(team)) ? [] : [{ place, fault: { what: 'no-such-team', name: team } }]
  const led = teams.flatMap(({ name, routing: { overflow, limits } }) => {
    const leads = (team: string | undefined, ...steps: string[]): Problem[] => {
      const place = ['teams', name, 'routing', ...steps, 'team']
      return team && asKey(team) === asKey(name) ? [{ place, fault: { what: 'refused', refusal: 'own-team' } }] : strange(place, team)
    }
    const limited = (['length', 'wait'] as const).flatMap((kind) => {
      const refuge = limits[kind]?.refuge
      return refuge?.to === 'team' ? leads(refuge.team, 'limits', kind, 'refuge') : []
    })
    return [...leads(overflow?.team, 'overflow'), ...limited]
  })
  return [...led, ...(file.replies ?? []).flatMap(({ name, team }) => strange(['replies', name, 'team'], team))]
}
