import { randomUUID } from 'node:crypto'
import { type Category, inTree } from '../../../shared/category.ts'
import type { AgentActor } from '../actors/agent.ts'
import { deskStories } from './stories-desk.ts'
import { tierStories } from './stories-tiers.ts'

/** Puts what the stories are about into the tree, as far as it is not there. */
export async function arrangeCategories(olga: AgentActor): Promise<void> {
  let tree = (await olga.ask('categories:list', {})).categories
  for (const path of new Set([...deskStories, ...tierStories].map(({ category }) => category))) {
    let parent: string | null = null
    for (const name of path.split(' / ')) {
      const here = within(tree, parent, name)
      if (!here) {
        const added = { category: randomUUID(), version: 0, parent, name, position: inTree(tree).length, retired: false }
        tree = (await olga.ask('categories:save', added)).categories
      }
      parent = within(tree, parent, name)?.id ?? null
    }
  }
}

const within = (tree: readonly Category[], parent: string | null, name: string) =>
  tree.find((one) => one.parent === parent && one.name.toLowerCase() === name.toLowerCase())
