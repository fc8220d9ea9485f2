import type { WrittenOpening } from '../../models/teams.ts'
import { words } from '../../words.ts'
import { HoursFields } from './HoursFields.tsx'

interface OpeningFieldsProps {
  opening: WrittenOpening
  error: string | null | undefined
  onChange: (change: Partial<WrittenOpening>) => void
}

/** Always open, or by the hours below. */
export function OpeningFields({ opening: { always, hours }, error, onChange }: OpeningFieldsProps) {
  return (
    <>
      <fieldset class="choices">
        <legend>{words.settings.hours}</legend>
        <label>
          <input type="radio" name="hours" checked={always} onChange={() => onChange({ always: true })} />
          {words.settings.alwaysOpen}
        </label>
        <label>
          <input type="radio" name="hours" checked={!always} onChange={() => onChange({ always: false })} />
          {words.settings.byHours}
        </label>
      </fieldset>
      {!always && <HoursFields hours={hours} error={error} onChange={(change) => onChange({ hours: { ...hours, ...change } })} />}
    </>
  )
}
