import { useState } from 'preact/hooks'
import { branchOf, type PlacedCategory, pathMark } from '../../../shared/category.ts'
import { newId } from '../../../shared/client/ids.ts'
import { words as laterWords } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'

interface CategoryDialogProps {
  session: Session
  about: { category: PlacedCategory } | { below: PlacedCategory | null }
  onClose: () => void
}

/** A category's name, and below which other it stands. */
export function CategoryDialog({ session: { categories, notices }, about, onClose }: CategoryDialogProps) {
  const category = 'category' in about ? about.category : null
  // One id over all tries.
  const [added] = useState(newId)
  const [form] = useState(() =>
    createForm(
      { name: category?.name ?? '', parent: category ? (category.parent ?? '') : ('below' in about && about.below?.id) || '' },
      {
        check: ({ name }) => ({
          name: !name.trim() ? laterWords.categories.nameMissing : name.includes(pathMark) ? laterWords.categories.nameWrong : null,
        }),
        save: async ({ name, parent }) => {
          const wanted = { name: name.trim(), parent: parent || null }
          if (!category) {
            const last = { version: 0, position: categories.tree.peek().length, retired: false }
            await categories.save({ ...last, ...wanted, category: added })
            notices.done(laterWords.categories.savedNow(wanted.name), async () => {
              const now = categories.find(added)
              if (now) await categories.remove(now)
            })
          } else {
            await keep(category, wanted)
            notices.done(laterWords.categories.savedNow(wanted.name), async () => {
              const now = categories.find(category.id)
              if (now) await keep(now, category)
            })
          }
          onClose()
        },
        about: { 'name-taken': 'name', 'too-deep': 'parent', 'below-itself': 'parent' },
      },
    ),
  )
  const keep = (
    { id, version, position, retired, parent: before }: PlacedCategory,
    { name, parent }: { name: string; parent: string | null },
  ) =>
    categories.save({
      category: id,
      version,
      retired,
      name,
      parent,
      position: parent === before ? position : categories.tree.peek().length,
    })
  const { name, parent } = form.values.value
  // Neither below itself nor below what is below it.
  const branch = category ? branchOf(categories.all.value ?? [], category.id) : []
  const places = categories.open.value.filter(({ id, level }) => level < 4 && !branch.includes(id))
  return (
    <Dialog title={category ? laterWords.categories.rename(category.path) : laterWords.categories.add} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={laterWords.categories.name} error={form.errors.value.name}>
          {(ids) => <input {...ids} maxLength={60} value={name} onInput={(event) => form.set({ name: event.currentTarget.value })} />}
        </Field>
        <Field label={laterWords.categories.below} error={form.errors.value.parent}>
          {(ids) => (
            <select {...ids} value={parent} onChange={(event) => form.set({ parent: event.currentTarget.value })}>
              <option value="">{laterWords.categories.firstLevel}</option>
              {places.map(({ id, path }) => (
                <option key={id} value={id}>
                  {path}
                </option>
              ))}
            </select>
          )}
        </Field>
        <FormFoot form={form} onReload={onClose} />
      </form>
    </Dialog>
  )
}
