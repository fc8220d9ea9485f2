import { isDay, isZone, spansIn, type WrittenHours, weekdays } from '../../models/hours.ts'
import { linesOf } from '../../models/lines.ts'
import { Field } from '../../parts/Field.tsx'
import { words } from '../../words.ts'

interface HoursFieldsProps {
  hours: WrittenHours
  error: string | null | undefined
  onChange: (change: Partial<WrittenHours>) => void
}

/** When a team takes chats, day by day, in its own time zone. */
export function HoursFields({ hours, error, onChange }: HoursFieldsProps) {
  const shown = (text: string | null) => (error ? text : null)
  return (
    <div class="hours">
      <Field label={words.settings.zone} error={shown(isZone(hours.zone) ? null : words.settings.zoneWrong)}>
        {(ids) => (
          <>
            <input
              {...ids}
              list="zones"
              maxLength={64}
              value={hours.zone}
              onInput={(event) => onChange({ zone: event.currentTarget.value })}
            />
            <datalist id="zones">
              {zones().map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <p class="hint">{words.settings.hoursHint}</p>
      {weekdays.map((day) => (
        <Field key={day} label={words.settings.days[day]} error={shown(spansIn(hours.days[day]) ? null : words.settings.hoursWrong)}>
          {(ids) => (
            <input
              {...ids}
              value={hours.days[day]}
              onInput={(event) => onChange({ days: { ...hours.days, [day]: event.currentTarget.value } })}
            />
          )}
        </Field>
      ))}
      <Field
        label={words.settings.closedOn}
        hint={words.settings.closedOnHint}
        error={shown(linesOf(hours.closed).every(isDay) ? null : words.settings.closedOnWrong)}
      >
        {(ids) => <textarea {...ids} rows={3} value={hours.closed} onInput={(event) => onChange({ closed: event.currentTarget.value })} />}
      </Field>
    </div>
  )
}

/** What is wrong with hours as written, if anything. */
export function wrongHours({ zone, days, closed }: WrittenHours): string | null {
  if (!isZone(zone)) return words.settings.zoneWrong
  if (!weekdays.every((day) => spansIn(days[day]))) return words.settings.hoursWrong
  return linesOf(closed).every(isDay) ? null : words.settings.closedOnWrong
}

const zones = () => ('supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [])
