import type { CategoryAnswers } from '../../shared/protocol/category.ts'
import { agentWith } from '../desk/access.ts'
import type { Categories, Changed } from '../desk/administration.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface CategoryPorts {
  categories: Categories
  now(): Date
  changed(what: Changed): Promise<void>
}

/** What tickets may be about: agents read it, administrators arrange it. */
export const categoryHandlers = ({ categories, now, changed }: CategoryPorts): Handlers<keyof CategoryAnswers> => ({
  async 'categories:list'({ who }) {
    agentWith(who, 'desk', 'read')
    return { categories: await categories.list() }
  },
  async 'categories:save'(caller, wanted) {
    agentWith(caller.who, 'desk', 'manage')
    const tree = await categories.save(byOf(caller, now()), wanted)
    // Awaited: whoever made one may choose it at once.
    await changed('categories')
    return { categories: tree }
  },
  async 'categories:remove'(caller, wanted) {
    agentWith(caller.who, 'desk', 'manage')
    const tree = await categories.remove(byOf(caller, now()), wanted)
    await changed('categories')
    return { categories: tree }
  },
  async 'categories:restore'(caller, wanted) {
    agentWith(caller.who, 'desk', 'manage')
    const tree = await categories.restore(byOf(caller, now()), wanted)
    await changed('categories')
    return { categories: tree }
  },
})
