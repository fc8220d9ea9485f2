import { pathMark } from '../../../shared/category.ts'
import type { SettingsFile, WrittenReply } from '../../../shared/protocol/settings-file.ts'
import { differ } from './changes.ts'
import type { WholeCategory, WholeSettings } from './document.ts'
import { asKey, keyOfReply, pathsOf, takenInTurn, wholeReply } from './wording.ts'

/** The file that brings back what was before: what changed as it was, and what came taken away again. */
export function wayBack(before: WholeSettings, after: WholeSettings): SettingsFile {
  const [oldTeams, newTeams] = [byKey(before.teams, nameOf), byKey(after.teams, nameOf)]
  const agents = byKey(after.agents, ({ email }) => email)
  const [former, fresh] = [others(before.replies, after.replies), others(after.replies, before.replies)]
  const isChanged = takenInTurn(former, keyOfReply)
  // With all others of the same name: they are told apart by what they say, and two may say the same.
  const concerned = new Set([...former, ...fresh].map(keyOfReply))
  return {
    version: 1,
    ...(differ(before.desk, after.desk) && { desk: changedIn(before.desk, after.desk) }),
    ...(differ(before.look, after.look) && { look: changedIn(before.look, after.look) }),
    ...(differ(before.guard, after.guard) && { guard: changedIn(before.guard, after.guard) }),
    ...(differ(before.remote, after.remote) && { remote: changedIn(before.remote, after.remote) }),
    ...(differ(before.telephone, after.telephone) && { telephone: before.telephone }),
    ...(differ(before.categories, after.categories) && { categories: before.categories }),
    teams: before.teams.filter((team) => differ(team, newTeams.get(asKey(team.name)) ?? null)),
    agents: before.agents.filter((agent) => differ(agent, agents.get(asKey(agent.email)) ?? null)),
    replies: before.replies.filter((reply) => concerned.has(keyOfReply(reply))),
    remove: {
      teams: after.teams.map(nameOf).filter((name) => !oldTeams.has(asKey(name))),
      categories: newBranches(before.categories, after.categories),
      replies: fresh.filter((reply) => !isChanged(keyOfReply(reply))),
    },
  }
}

/** Only what changed, as it was: whatever else is set meanwhile is not taken back. */
function changedIn<T extends object>(before: T, after: T): Partial<T> {
  const keys = Object.keys(before) as (keyof T)[]
  return Object.fromEntries(keys.filter((key) => differ(before[key], after[key])).map((key) => [key, before[key]])) as Partial<T>
}

const nameOf = ({ name }: { name: string }) => name

const byKey = <T>(things: readonly T[], keyOf: (thing: T) => string) => new Map(things.map((thing) => [asKey(keyOf(thing)), thing]))

/** The paths of what came, without what came below it: that goes along. */
function newBranches(before: readonly WholeCategory[], after: readonly WholeCategory[]): string[] {
  const old = new Set(pathsOf(before).map(asKey))
  const fresh = pathsOf(after).filter((path) => !old.has(asKey(path)))
  return fresh.filter((path) => !fresh.some((other) => asKey(path).startsWith(asKey(other) + pathMark)))
}

/** Those of the first list that the second does not have just so. */
function others(these: readonly WrittenReply[], those: readonly WrittenReply[]): WrittenReply[] {
  const same = takenInTurn(those, wholeReply)
  return these.filter((reply) => !same(wholeReply(reply)))
}
