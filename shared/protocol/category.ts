import { z } from 'zod'
import type { Category } from '../category.ts'
import { count, id, words } from './words.ts'

/** What tickets may be about: every agent chooses from it, administrators arrange it. */
export const categoryQuestions = {
  /** The whole tree, with what is retired: tickets may still have it. */
  'categories:list': z.strictObject({}),
  /** Adds (version 0), renames, moves, orders or retires one. Answers with the whole tree. */
  'categories:save': z.strictObject({
    category: id,
    version: count,
    parent: id.nullable(),
    name: words(60).refine((name) => !name.includes(' / ')),
    /** Its place among those of the same parent; the others make room. */
    position: z.int().min(0).max(1_000),
    retired: z.boolean(),
  }),
  /** Takes one away with all below it. Refused with `category-in-use` once a ticket has any of them: such are retired. */
  'categories:remove': z.strictObject({ category: id, version: count }),
  /** Brings them back within an hour, where they were. Later: `undo-over`. */
  'categories:restore': z.strictObject({ category: id }),
}

export interface CategoryAnswers {
  'categories:list': { categories: Category[] }
  'categories:save': { categories: Category[] }
  'categories:remove': { categories: Category[] }
  'categories:restore': { categories: Category[] }
}
