import { branchOf, type Category, type PlacedCategory } from '../../shared/category.ts'
import { Refused } from '../../shared/refusal.ts'
import { words as laterWords } from '../later-words.ts'
import type { Categories } from './categories.ts'
import type { Notices } from './notices.ts'

export type TreeVerbs = ReturnType<typeof treeVerbs>

/** What is done with a category in the tree, each with its undo. */
export function treeVerbs({ categories, notices }: { categories: Categories; notices: Notices }) {
  const branch = ({ id }: Category) => branchOf(categories.all.value ?? [], id)
  const save = ({ id, ...rest }: Category, change: Partial<Category>) => {
    const { version, parent, name, position, retired } = { ...rest, ...change }
    return categories.save({ category: id, version, parent, name, position, retired })
  }
  const backTo =
    ({ id, retired, position }: Category) =>
    async () => {
      const now = categories.find(id)
      if (now) await save(now, { retired, position })
    }

  const retire = (category: PlacedCategory, retired: boolean) =>
    save(category, { retired }).then(
      () =>
        notices.done(
          retired ? laterWords.categories.retiredNow(category.name) : laterWords.categories.backNow(category.name),
          backTo(category),
        ),
      notices.refused,
    )

  return {
    /** A ticket has it, or one below it. */
    isUsed: (category: Category) => branch(category).some((id) => categories.find(id)?.used),

    /** To where another of the same parent stands. */
    move: (category: PlacedCategory, there: PlacedCategory) =>
      save(category, { position: there.position }).then(
        () => notices.done(laterWords.categories.movedNow(category.name), backTo(category)),
        notices.refused,
      ),

    retire,

    /** Takes it away with all below it. One that a ticket has got meanwhile is retired, and said to be. */
    remove: async (category: PlacedCategory) => {
      const below = branch(category).length - 1
      try {
        await categories.remove(category)
        notices.done(laterWords.categories.removedNow(category.name, below), () => categories.restore(category.id))
      } catch (error) {
        if (error instanceof Refused && error.code === 'category-in-use' && !category.retired) await retire(category, true)
        else notices.refused(error)
      }
    },
  }
}
