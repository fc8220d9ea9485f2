import type { FieldIds } from './Field.tsx'

/** Where a number is written; what it may be is said when it is saved. */
export const NumberInput = ({ ids, value, onWritten }: { ids: FieldIds; value: string; onWritten: (value: string) => void }) => (
  <input
    {...ids}
    class="short num"
    inputMode="decimal"
    maxLength={6}
    value={value}
    onInput={(event) => onWritten(event.currentTarget.value)}
  />
)
