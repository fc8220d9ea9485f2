import { pathMark } from '../../../shared/category.ts'
import type { SettingsFile, WrittenCategory, WrittenReply } from '../../../shared/protocol/settings-file.ts'
import { unknownVariables } from '../../../shared/replies.ts'
import type { Problem, SettingPath } from '../../../shared/settings-file.ts'

/** Upper and lower case are one, for names and for e-mail addresses. */
export const asKey = (name: string) => name.toLowerCase()

/** What a file contradicts itself in, whatever desk reads it: one name twice, or something that both stays and goes. */
export function wordingProblems(file: SettingsFile): Problem[] {
  const { categories = [], teams = [], agents = [], replies = [], remove = {} } = file
  const paths = pathsOf(categories)
  return [
    ...twice(
      ['teams'],
      teams.map(({ name }) => name),
    ),
    ...twice(
      ['agents'],
      agents.map(({ email }) => email),
    ),
    ...twice(['categories'], paths),
    ...namedTwice(['guard', 'own'], file.guard?.own),
    ...namedTwice(['remote', 'probes'], file.remote?.probes),
    ...namedTwice(['remote', 'tools'], file.remote?.tools),
    ...both(
      ['remove', 'teams'],
      remove.teams,
      teams.map(({ name }) => name),
    ),
    ...both(['remove', 'categories'], remove.categories, paths),
    ...replies.flatMap(({ name, text }) =>
      unknownVariables(text).map((word): Problem => ({ place: ['replies', name, 'text'], fault: { what: 'no-such-word', name: word } })),
    ),
  ]
}

/** The paths of all categories of a tree, such as `Network / VPN`, from the top. */
export const pathsOf = (categories: readonly WrittenCategory[], above = ''): string[] =>
  categories.flatMap(({ name, below = [] }) => [above + name, ...pathsOf(below, above + name + pathMark)])

function twice(place: SettingPath, names: string[]): Problem[] {
  const known = new Set<string>()
  return names.flatMap((name) => {
    if (known.has(asKey(name))) return [{ place: [...place, name], fault: { what: 'twice' } }]
    known.add(asKey(name))
    return []
  })
}

const namedTwice = (place: SettingPath, things: readonly { name: string }[] = []) =>
  twice(
    place,
    things.map(({ name }) => name),
  )

function both(place: SettingPath, going: readonly string[] = [], staying: readonly string[]): Problem[] {
  const known = new Set(staying.map(asKey))
  return going.filter((name) => known.has(asKey(name))).map((name) => ({ place: [...place, name], fault: { what: 'both' } }))
}

/** Gives those of one key one after the other, each once. */
export function takenInTurn<T>(things: readonly T[], keyOf: (thing: T) => string): (key: string) => T | undefined {
  const left = new Map<string, T[]>()
  for (const thing of things) left.set(keyOf(thing), [...(left.get(keyOf(thing)) ?? []), thing])
  return (key) => left.get(key)?.shift()
}

/** A reply is known by whose it is and by its name. */
export const keyOfReply = ({ team, name }: Pick<WrittenReply, 'team' | 'name'>) => asKey(JSON.stringify([team, name]))

/** All that a reply says. */
export const wholeReply = ({ team, name, text }: WrittenReply) => JSON.stringify([team, name, text])
