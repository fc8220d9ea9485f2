import { pathMark } from '../../shared/category.ts'
import type { SettingsFile, WrittenReply } from '../../shared/protocol/settings-file.ts'
import { differ } from './settings-changes.ts'
import type { WholeCategory, WholeSettings } from './settings-document.ts'
import { asKey, keyOfReply, pathsOf, takenInTurn, wholeReply } from './settings-wording.ts'

/** The file that brings back what was before: what changed as it was, and what came taken away again. */
export function wayBack(before: WholeSettings, after: WholeSettings): SettingsFile {
  const [oldTeams, newTeams] = [byKey(before.teams, nameOf), byKey(after.teams, nameOf)]
  const agents = byKey(after.agents, ({ email }) => email)
  const replies = others(before.replies, after.replies)
  const isChanged = takenInTurn(replies, keyOfReply)
  return {
    version: 1,
    ...(differ(before.desk, after.desk) && { desk: before.desk }),
    ...(differ(before.look, after.look) && { look: before.look }),
    ...(differ(before.categories, after.categories) && { categories: before.categories }),
    teams: before.teams.filter((team) => differ(team, newTeams.get(asKey(team.name)) ?? null)),
    agents: before.agents.filter((agent) => differ(agent, agents.get(asKey(agent.email)) ?? null)),
    replies,
    remove: {
      teams: after.teams.map(nameOf).filter((name) => !oldTeams.has(asKey(name))),
      categories: newBranches(before.categories, after.categories),
      replies: others(after.replies, before.replies).filter((reply) => !isChanged(keyOfReply(reply))),
    },
  }
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
