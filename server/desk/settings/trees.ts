import { pathMark } from '../../../shared/category.ts'
import type { WrittenCategory } from '../../../shared/protocol/settings-file.ts'
import type { WholeCategory } from './document.ts'
import { asKey } from './wording.ts'

/** A tree as it is with what a file says of it. `isGoing` are the paths, in small letters, that go with all below them. */
export function mergedTree(
  present: readonly WholeCategory[],
  written: readonly WrittenCategory[] = [],
  isGoing: (path: string) => boolean = () => false,
  above = '',
): WholeCategory[] {
  const staying = present.filter(({ name }) => !isGoing(asKey(above + name)))
  const known = new Map(staying.map((category) => [asKey(category.name), category]))
  const below = (name: string, there: readonly WholeCategory[] = [], said: readonly WrittenCategory[] = []) =>
    mergedTree(there, said, isGoing, above + name + pathMark)
  const named = written.map(({ name, retired, below: said }): WholeCategory => {
    const before = known.get(asKey(name))
    return { name, retired: retired ?? before?.retired ?? false, below: below(name, before?.below, said) }
  })
  const others = new Map(
    staying.map((category) => [asKey(category.name), { ...category, below: below(category.name, category.below) }] as const),
  )
  return inOrder(named, [...others.values()])
}

/** Those that the file names in its order, and each other one after the one that it stands behind now. */
function inOrder(named: readonly WholeCategory[], present: readonly WholeCategory[]): WholeCategory[] {
  const order = [...named]
  const isNamed = new Set(named.map(({ name }) => asKey(name)))
  present.forEach((category, place) => {
    if (isNamed.has(asKey(category.name))) return
    const before = present[place - 1]
    const behind = before ? order.findIndex(({ name }) => asKey(name) === asKey(before.name)) : -1
    order.splice(behind + 1, 0, category)
  })
  return order
}

/** Every path of a tree, in small letters. */
export const pathsIn = (tree: readonly WholeCategory[], above = ''): string[] =>
  tree.flatMap(({ name, below }) => [asKey(above + name), ...pathsIn(below, above + name + pathMark)])
