import { Plus } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import type { PlacedCategory } from '../../../shared/category.ts'
import { newId } from '../../../shared/client/ids.ts'
import { words as laterWords } from '../../later-words.ts'
import { treeVerbs } from '../../models/category-verbs.ts'
import type { Session } from '../../models/session.ts'
import { words } from '../../words.ts'
import { CategoryDialog } from './CategoryDialog.tsx'
import { CategoryRow } from './CategoryRow.tsx'

/** Which category the dialog is about: one of the tree, or a new one below another or none. */
type Editing = { category: PlacedCategory } | { below: PlacedCategory | null }

/** The tree of what tickets are about, and every change to it. */
export function CategoriesPage({ session }: { session: Session }) {
  const { categories, connection } = session
  const [editing, setEditing] = useState<Editing | null>(null)
  const [showsRetired, setShowsRetired] = useState(false)
  useEffect(() => connection.onBack(() => void categories.load()), [connection, categories])

  const all = categories.tree.value
  const shown = showsRetired ? all : categories.open.value
  const verbs = treeVerbs(session)
  return (
    <>
      <header class="page-head">
        <h2>{words.settings.pages.categories}</h2>
        <button type="button" class="button primary" onClick={() => setEditing({ below: null })}>
          <Plus aria-hidden="true" /> {laterWords.categories.add}
        </button>
      </header>
      <p>{laterWords.categories.text}</p>
      {!categories.all.value && <p role="status">{words.shell.loading}</p>}
      {categories.all.value && all.length === 0 && <Begin session={session} />}
      {shown.length > 0 && (
        <ul class="category-tree" aria-label={laterWords.categories.tree}>
          {shown.map((category) => (
            <CategoryRow key={category.id} category={category} shown={shown} verbs={verbs} onEdit={setEditing} />
          ))}
        </ul>
      )}
      {all.some(({ closed }) => closed) && (
        <label class="check">
          <input type="checkbox" checked={showsRetired} onChange={(event) => setShowsRetired(event.currentTarget.checked)} />
          {laterWords.categories.showRetired}
        </label>
      )}
      {editing && <CategoryDialog session={session} about={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

/** An empty tree offers what most desks begin with. */
function Begin({ session: { categories, notices } }: { session: Session }) {
  const begin = async () => {
    for (const [place, line] of laterWords.categories.starter.split('\n').entries()) {
      const [name = '', below = ''] = line.split(': ')
      const parent = newId()
      await categories.save({ category: parent, version: 0, parent: null, name, position: place, retired: false })
      for (const [position, child] of below.split(', ').filter(Boolean).entries())
        await categories.save({ category: newId(), version: 0, parent, name: child, position, retired: false })
    }
  }
  return (
    <div class="none-fits">
      <p>{laterWords.categories.none}</p>
      <button type="button" class="button" onClick={() => void begin().catch(notices.refused)}>
        {laterWords.categories.usual}
      </button>
    </div>
  )
}
