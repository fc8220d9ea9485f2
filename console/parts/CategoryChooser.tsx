import { useEffect, useState } from 'preact/hooks'
import { fit } from '../models/fuzzy.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { Combobox, type Option } from './Combobox.tsx'
import type { FieldIds } from './Field.tsx'

interface CategoryChooserProps {
  session: Session
  ids: FieldIds
  label?: string
  chosen: string | null
  /** How it is called where it is in no tree, or not any more. */
  text?: string | null
  onChoose(id: string | null): void
  eager?: boolean
  onLeave?(): void
}

const none = 'none'

/** Finds a category of the tree by any part of its path. */
export function CategoryChooser({ session: { categories, connection }, chosen, text, onChoose, ...rest }: CategoryChooserProps) {
  const [looked, setLooked] = useState('')
  useEffect(() => connection.onBack(() => void categories.load()), [connection, categories])
  const options = optionsFor(
    looked,
    categories.open.value.map(({ id, path }) => ({ id, text: path })),
  )
  return (
    <Combobox
      {...rest}
      text={categories.find(chosen)?.path ?? text ?? ''}
      placeholder={words.tickets.categoryNone}
      options={looked || !chosen ? options : [...options, { id: none, text: words.wrapUp.noCategory }]}
      chosen={chosen}
      onLook={setLooked}
      onChoose={(id) => onChoose(id === none ? null : id)}
    />
  )
}

/** Those that fit best first; all of them, in the order of the tree, while nothing is looked for. */
function optionsFor(looked: string, all: Option[]): Option[] {
  if (!looked.trim()) return all
  return all
    .flatMap((option) => {
      const score = fit(looked, option.text)
      return score === null ? [] : [{ option, score }]
    })
    .toSorted((one, other) => other.score - one.score)
    .map(({ option }) => option)
}
