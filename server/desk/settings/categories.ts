import { randomUUID } from 'node:crypto'
import { type Category, inTree, pathMark } from '../../../shared/category.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { By } from '../people.ts'
import type { WholeCategory } from './document.ts'
import { fits } from './misfit.ts'
import type { SettingsPorts } from './ports.ts'
import { asKey } from './wording.ts'

/** Makes the tree what is wanted. What goes, goes first: its name and its place may be wanted again. */
export async function arrangeCategories({ categories }: SettingsPorts, by: By, wanted: readonly WholeCategory[], going: readonly string[]) {
  let tree = await categories.list()
  for (const path of going) {
    const found = inTree(tree).find((category) => asKey(category.path) === asKey(path))
    if (found) tree = await fits(['remove', 'categories', path], categories.remove(by, { category: found.id, version: found.version }))
  }

  async function save(parent: Category | null, { name, retired }: WholeCategory, position: number, path: string) {
    const here = tree.find((category) => category.parent === (parent?.id ?? null) && asKey(category.name) === asKey(name))
    const category = here?.id ?? randomUUID()
    const isSo = here?.name === name && here.retired === retired && placeOf(tree, here) === position
    if (isSo) return here
    const said = { category, version: here?.version ?? 0, parent: parent?.id ?? null, name, position, retired }
    tree = await fits(['categories', path], categories.save(by, said))
    return tree.find(({ id }) => id === category) ?? refuse('no-such-category')
  }

  async function arrange(level: readonly WholeCategory[], parent: Category | null, above: string) {
    for (const [position, category] of level.entries()) {
      const path = above + category.name
      const saved = await save(parent, category, position, path)
      // A new one begins unretired.
      const here = saved.retired === category.retired ? saved : await save(parent, category, position, path)
      await arrange(category.below, here, path + pathMark)
    }
  }
  await arrange(wanted, null, '')
}

/** Its place among those of the same parent, however they are numbered. */
const placeOf = (tree: readonly Category[], { id, parent }: Category) =>
  inTree(tree)
    .filter((category) => category.parent === parent)
    .findIndex((category) => category.id === id)
