import type { FieldIds } from './Field.tsx'

interface LongLineProps {
  ids: FieldIds
  value: string
  max: number
  onWrite(value: string): void
  /** Enter, or turning to something else. Without it, Enter sends the form. */
  onDone?(): void
}

/** One line of words, shown whole however long it is: it grows with them, and takes no breaks. */
export const LongLine = ({ ids, value, max, onWrite, onDone }: LongLineProps) => (
  <span class="long-line" data-text={value}>
    <textarea
      {...ids}
      rows={1}
      maxLength={max}
      value={value}
      onInput={({ currentTarget }) => onWrite(currentTarget.value.replaceAll(/\s*[\r\n]+\s*/g, ' '))}
      onBlur={() => onDone?.()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        if (onDone) onDone()
        else event.currentTarget.form?.requestSubmit()
      }}
    />
  </span>
)
