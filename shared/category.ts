/** One thing that tickets are about, somewhere in the tree. */
export interface Category {
  id: string
  parent: string | null
  name: string
  /** Its place among those of the same parent. */
  position: number
  /** Chosen no longer, and kept on the tickets that have it. */
  retired: boolean
  /** A ticket has it. Others can be removed. */
  used: boolean
  version: number
}

/** A category with the names of all above it: `Network / VPN`. */
export interface PlacedCategory extends Category {
  path: string
  /** 1 is the first. */
  level: number
  /** It, or one above it, is retired. */
  closed: boolean
}

/** The tree is no deeper than anybody can remember. */
export const deepestLevel = 4

/** What stands between the names of a path. */
export const pathMark = ' / '

/** All categories in the order of the tree, each with its path. */
export function inTree(categories: readonly Category[]): PlacedCategory[] {
  const placed = (parent: PlacedCategory | null): PlacedCategory[] =>
    categories
      .filter((category) => category.parent === (parent?.id ?? null))
      .toSorted((one, other) => one.position - other.position)
      .flatMap((category) => {
        const path = parent ? `${parent.path}${pathMark}${category.name}` : category.name
        const here = { ...category, path, level: (parent?.level ?? 0) + 1, closed: category.retired || parent?.closed === true }
        return [here, ...placed(here)]
      })
  return placed(null)
}

/** It, and all below it. */
export function branchOf(categories: readonly Category[], id: string): string[] {
  return [id, ...categories.filter(({ parent }) => parent === id).flatMap((child) => branchOf(categories, child.id))]
}
