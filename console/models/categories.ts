import { computed, createModel, signal } from '@preact/signals'
import { type Category, inTree, type PlacedCategory } from '../../shared/category.ts'
import type { Connection } from '../../shared/client/connection.ts'
import type { Asked } from '../../shared/protocol.ts'

/** The tree of what tickets are about. */
export const CategoriesModel = createModel((connection: Connection) => {
  const all = signal<readonly Category[] | null>(null)
  const tree = computed(() => inTree(all.value ?? []))
  /** What may be chosen. */
  const open = computed(() => tree.value.filter(({ closed }) => !closed))

  const load = () =>
    connection.ask('categories:list', {}).then(
      ({ categories }) => {
        all.value = categories
      },
      // Asked again when the line is back; until then what was known is good enough.
      () => undefined,
    )

  return {
    all,
    tree,
    open,
    load,
    find: (id: string | null | undefined): PlacedCategory | null => tree.value.find((one) => one.id === id) ?? null,
    /** Adds or changes one; throws where it is refused. */
    async save(wanted: Asked<'categories:save'>) {
      all.value = (await connection.ask('categories:save', wanted)).categories
    },
    /** Takes one away with all below it; throws where it is refused. */
    async remove({ id, version }: Pick<Category, 'id' | 'version'>) {
      all.value = (await connection.ask('categories:remove', { category: id, version })).categories
    },
    /** Brings back what was taken away not long ago. */
    async restore(id: string) {
      all.value = (await connection.ask('categories:restore', { category: id })).categories
    },
  }
})

export type Categories = InstanceType<typeof CategoriesModel>
