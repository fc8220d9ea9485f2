import { useId } from 'preact/hooks'
import { isDay, isZone, openingAt, spansIn, type WrittenHours, weekdays } from '../../models/hours.ts'
import { linesOf } from '../../models/lines.ts'
import { Field } from '../../parts/Field.tsx'
import { words } from '../../words.ts'
import { dayOf, SpecialDays } from './SpecialDays.tsx'

interface HoursFieldsProps {
  hours: WrittenHours
  error: string | null | undefined
  onChange: (change: Partial<WrittenHours>) => void
}

/** When a team takes chats, day by day, in its own time zone, and how that stands right now. */
export function HoursFields({ hours, error, onChange }: HoursFieldsProps) {
  const list = useId()
  const shown = (text: string | null) => (error ? text : null)
  return (
    <div class="hours">
      <Field label={words.settings.zone} error={shown(isZone(hours.zone) ? null : words.settings.zoneWrong)}>
        {(ids) => (
          <>
            <input
              {...ids}
              list={list}
              maxLength={64}
              value={hours.zone}
              onInput={(event) => onChange({ zone: event.currentTarget.value })}
            />
            <datalist id={list}>
              {zones().map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <p class="hint">{words.settings.hoursHint}</p>
      <div class="week">
        {weekdays.map((day) => (
          <Field key={day} label={words.settings.days[day]} error={shown(spansIn(hours.days[day]) ? null : words.settings.hoursWrong)}>
            {(ids) => (
              <input
                {...ids}
                placeholder={words.settings.closed}
                value={hours.days[day]}
                onInput={(event) => onChange({ days: { ...hours.days, [day]: event.currentTarget.value } })}
              />
            )}
          </Field>
        ))}
      </div>
      <SpecialDays hours={hours} onChange={onChange} />
      <p class="standing" role="status">
        {standing(hours)}
      </p>
    </div>
  )
}

/** What is wrong with hours as written, if anything. */
export function wrongHours({ zone, days, closed }: WrittenHours): string | null {
  if (!isZone(zone)) return words.settings.zoneWrong
  if (!weekdays.every((day) => spansIn(days[day]))) return words.settings.hoursWrong
  return linesOf(closed).every(isDay) ? null : words.settings.closedOnWrong
}

/** What requesters are told right now. */
function standing(hours: WrittenHours): string {
  const opening = openingAt(hours, new Date())
  if (!opening) return ''
  if (opening.open) return words.settings.openUntil(opening.until)
  const { next } = opening
  return next ? words.settings.opensNext(words.settings.days[next.day], dayOf(next.date), next.time) : words.settings.opensNever
}

const zones = () => ('supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [])
