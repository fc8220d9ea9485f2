import type { Pool, PoolClient } from 'pg'
import { branchOf, type Category, deepestLevel, inTree } from '../../shared/category.ts'
import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Categories } from '../desk/administration.ts'
import { audited } from './audit.ts'
import { putBack, takeAway } from './removed.ts'
import { refusingWhere } from './transaction.ts'

type Wanted = Heard<'categories:save'>

/** The tree of what tickets are about, as administrators arrange it. */
export const categoriesIn = (pool: Pool | PoolClient): Categories => ({
  list: () => readCategories(pool),

  save: (by, wanted) =>
    audited(pool, by, async (client, write) => {
      // Two who move at once could put two categories below each other.
      await client.query('lock table categories in share row exclusive mode')
      const tree = await readCategories(client)
      const before = tree.find(({ id }) => id === wanted.category) ?? null
      checkPlace(tree, wanted)
      await refusingWhere(taken, wanted.version === 0 ? add(client, wanted) : change(client, wanted, by.at))
      await makeRoom(client, tree, wanted)
      const after = await readCategories(client)
      const saved = after.find(({ id }) => id === wanted.category) ?? refuse('no-such-category')
      const path = inTree(after).find(({ id }) => id === saved.id)?.path ?? saved.name
      await write({ what: 'categories:save', subject: { id: saved.id, name: path }, before, after: saved })
      return after
    }),

  remove: (by, { category, version }) =>
    audited(pool, by, async (client, write) => {
      await client.query('lock table categories in share row exclusive mode')
      const tree = await readCategories(client)
      const before = inTree(tree).find(({ id }) => id === category) ?? refuse('no-such-category')
      if (before.version !== version) refuse('changed-meanwhile')
      await refusingWhere({ tickets_category_id_fkey: 'category-in-use' }, takeAway(client, 'category', branchOf(tree, category), by.at))
      await number(client, siblings(tree, before))
      await write({ what: 'categories:remove', subject: { id: category, name: before.path }, before })
      return readCategories(client)
    }),

  restore: (by, { category }) =>
    audited(pool, by, async (client, write) => {
      await client.query('lock table categories in share row exclusive mode')
      const names = { ...taken, categories_parent_id_fkey: 'no-such-category' } as const
      await refusingWhere(names, putBack(client, 'category', category, by.at))
      const tree = await readCategories(client)
      const placed = inTree(tree)
      const after = placed.find(({ id }) => id === category) ?? refuse('no-such-category')
      if (placed.some(({ level }) => level > deepestLevel)) refuse('too-deep')
      await number(client, siblings(tree, after).toSpliced(after.position, 0, category))
      await write({ what: 'categories:restore', subject: { id: category, name: after.path }, after })
      return readCategories(client)
    }),
})

const taken = { categories_name: 'name-taken', categories_pkey: 'already-exists' } as const

/** Every category, in no order. */
export async function readCategories(client: Pool | PoolClient): Promise<Category[]> {
  const { rows } = await client.query<Category>(
    `select id, parent_id as parent, name, position, retired_at is not null as retired, version,
       exists (select from tickets where category_id = categories.id) as used
     from categories`,
  )
  return rows
}

/** Neither below itself nor deeper than the tree may be, with all that is below it. */
function checkPlace(tree: Category[], { category, parent }: Wanted) {
  const placed = inTree(tree)
  const above = parent === null ? null : (placed.find(({ id }) => id === parent) ?? refuse('no-such-category'))
  const branch = branchOf(tree, category)
  if (above && branch.includes(above.id)) refuse('below-itself')
  const levels = placed.filter(({ id }) => branch.includes(id)).map(({ level }) => level)
  const height = levels.length > 0 ? Math.max(...levels) - Math.min(...levels) + 1 : 1
  if ((above?.level ?? 0) + height > deepestLevel) refuse('too-deep')
}

async function add(client: PoolClient, { category, parent, name, position }: Wanted) {
  await client.query('insert into categories (id, parent_id, name, position) values ($1, $2, $3, $4)', [category, parent, name, position])
}

async function change(client: PoolClient, { category, version, parent, name, position, retired }: Wanted, at: Date) {
  const { rowCount } = await client.query(
    `update categories set parent_id = $3, name = $4, position = $5, version = version + 1,
       retired_at = case when $6 then coalesce(retired_at, $7::timestamptz) end
     where id = $1 and version = $2`,
    [category, version, parent, name, position, retired, at],
  )
  if (!rowCount) refuse('changed-meanwhile')
}

/** Those of the same parent are numbered anew, with this one in its place. */
const makeRoom = (client: PoolClient, tree: Category[], { category, parent, position }: Wanted) =>
  number(client, siblings(tree, { id: category, parent }).toSpliced(position, 0, category))

/** The others of the same parent, in their order. */
const siblings = (tree: Category[], { id, parent }: Pick<Category, 'id' | 'parent'>) =>
  inTree(tree)
    .filter((one) => one.parent === parent && one.id !== id)
    .map((one) => one.id)

async function number(client: PoolClient, ids: string[]) {
  await client.query(
    `update categories set position = wanted.place - 1 from unnest($1::uuid[]) with ordinality as wanted (id, place)
     where categories.id = wanted.id and position <> wanted.place - 1`,
    [ids],
  )
}
