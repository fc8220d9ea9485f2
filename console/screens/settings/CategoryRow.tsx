import { FolderPlus } from 'lucide-preact'
import { deepestLevel, type PlacedCategory } from '../../../shared/category.ts'
import { words as laterWords } from '../../later-words.ts'
import type { TreeVerbs } from '../../models/category-verbs.ts'
import { MoveVerbs } from '../../parts/MoveVerbs.tsx'

interface CategoryRowProps {
  category: PlacedCategory
  /** All that stand in the list: it moves past those of its own parent. */
  shown: readonly PlacedCategory[]
  verbs: TreeVerbs
  onEdit(what: { category: PlacedCategory } | { below: PlacedCategory }): void
}

/** One category in the tree, and what can be done with it. */
export function CategoryRow({ category, shown, verbs, onEdit }: CategoryRowProps) {
  const { path, level, closed, retired } = category
  const beside = shown.filter(({ parent }) => parent === category.parent)
  const place = beside.findIndex(({ id }) => id === category.id)
  const isUsed = verbs.isUsed(category)
  return (
    <li class={`level-${level}${closed ? ' closed' : ''}`}>
      <button type="button" class="link" onClick={() => onEdit({ category })} aria-label={laterWords.categories.rename(path)}>
        {category.name}
      </button>
      {closed && <span class="badge">{laterWords.categories.retired}</span>}
      <span class="category-verbs">
        {level < deepestLevel && !closed && (
          <button
            type="button"
            class="icon-button"
            aria-label={laterWords.categories.addBelow(path)}
            title={laterWords.categories.addBelow(path)}
            onClick={() => onEdit({ below: category })}
          >
            <FolderPlus aria-hidden="true" />
          </button>
        )}
        <MoveVerbs
          name={path}
          first={place === 0}
          last={place === beside.length - 1}
          onMove={(by) => verbs.move(category, beside[place + by] ?? category)}
        />
        {retired && (
          <button type="button" class="small" onClick={() => verbs.retire(category, false)}>
            {laterWords.categories.bringBack}
          </button>
        )}
        {isUsed && !retired && (
          <button type="button" class="small" onClick={() => verbs.retire(category, true)}>
            {laterWords.categories.retire}
          </button>
        )}
        {!isUsed && (
          <button type="button" class="small" onClick={() => verbs.remove(category)}>
            {laterWords.categories.remove}
          </button>
        )}
      </span>
    </li>
  )
}
