import { ArrowDown, ArrowUp, FolderPlus, Plus } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { deepestLevel, type PlacedCategory } from '../../../shared/category.ts'
import { newId } from '../../../shared/client/ids.ts'
import type { Session } from '../../models/session.ts'
import { words } from '../../words.ts'
import { CategoryDialog } from './CategoryDialog.tsx'

/** Which category the dialog is about: one of the tree, or a new one below another or none. */
type Editing = { category: PlacedCategory } | { below: PlacedCategory | null }

/** The tree of what tickets are about, and every change to it. */
export function CategoriesPage({ session }: { session: Session }) {
  const { categories, connection, notices } = session
  const [editing, setEditing] = useState<Editing | null>(null)
  const [showsRetired, setShowsRetired] = useState(false)
  useEffect(() => connection.onBack(() => void categories.load()), [connection, categories])

  const all = categories.tree.value
  const shown = showsRetired ? all : categories.open.value
  const save = (category: PlacedCategory, change: Partial<PlacedCategory>) => {
    const { id, version, parent, name, position, retired } = { ...category, ...change }
    return categories.save({ category: id, version, parent, name, position, retired })
  }
  const backTo = (before: PlacedCategory) => async () => {
    const now = categories.find(before.id)
    if (now) await save(now, { retired: before.retired, position: before.position })
  }
  const move = (category: PlacedCategory, by: 1 | -1) => {
    save(category, { position: Math.max(0, category.position + by) }).then(
      () => notices.done(words.categories.movedNow(category.name), backTo(category)),
      notices.refused,
    )
  }
  const retire = (category: PlacedCategory) => {
    const { retired, name } = category
    save(category, { retired: !retired }).then(
      () => notices.done(retired ? words.categories.backNow(name) : words.categories.retiredNow(name), backTo(category)),
      notices.refused,
    )
  }
  return (
    <>
      <header class="page-head">
        <h2>{words.settings.pages.categories}</h2>
        <button type="button" class="button primary" onClick={() => setEditing({ below: null })}>
          <Plus aria-hidden="true" /> {words.categories.add}
        </button>
      </header>
      <p>{words.categories.text}</p>
      {categories.all.value && all.length === 0 && <Begin session={session} />}
      {shown.length > 0 && (
        <ul class="category-tree" aria-label={words.categories.tree}>
          {shown.map((category) => (
            <li key={category.id} class={`level-${category.level}${category.closed ? ' closed' : ''}`}>
              <button
                type="button"
                class="link"
                onClick={() => setEditing({ category })}
                aria-label={words.categories.rename(category.path)}
              >
                {category.name}
              </button>
              {category.closed && <span class="badge">{words.categories.retired}</span>}
              <span class="category-verbs">
                {category.level < deepestLevel && !category.closed && (
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={words.categories.addBelow(category.path)}
                    title={words.categories.addBelow(category.path)}
                    onClick={() => setEditing({ below: category })}
                  >
                    <FolderPlus aria-hidden="true" />
                  </button>
                )}
                <button
                  type="button"
                  class="icon-button"
                  aria-label={words.categories.up(category.path)}
                  onClick={() => move(category, -1)}
                >
                  <ArrowUp aria-hidden="true" />
                </button>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={words.categories.down(category.path)}
                  onClick={() => move(category, 1)}
                >
                  <ArrowDown aria-hidden="true" />
                </button>
                <button type="button" class="small" onClick={() => retire(category)}>
                  {category.retired ? words.categories.bringBack : words.categories.retire}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {all.some(({ closed }) => closed) && (
        <label class="check">
          <input type="checkbox" checked={showsRetired} onChange={(event) => setShowsRetired(event.currentTarget.checked)} />
          {words.categories.showRetired}
        </label>
      )}
      {editing && <CategoryDialog session={session} about={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

/** An empty tree offers what most desks begin with. */
function Begin({ session: { categories, notices } }: { session: Session }) {
  const begin = async () => {
    for (const [place, line] of words.categories.starter.split('\n').entries()) {
      const [name = '', below = ''] = line.split(': ')
      const parent = newId()
      await categories.save({ category: parent, version: 0, parent: null, name, position: place, retired: false })
      for (const [position, child] of below.split(', ').filter(Boolean).entries())
        await categories.save({ category: newId(), version: 0, parent, name: child, position, retired: false })
    }
  }
  return (
    <div class="none-fits">
      <p>{words.categories.none}</p>
      <button type="button" class="button" onClick={() => void begin().catch(notices.refused)}>
        {words.categories.usual}
      </button>
    </div>
  )
}
