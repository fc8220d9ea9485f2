import { CalendarPlus, X } from 'lucide-preact'
import { useId, useState } from 'preact/hooks'
import { written } from '../../../shared/ui/times.ts'
import { isDay, isZone, openingAt, spansIn, type WrittenHours, weekdays } from '../../models/hours.ts'
import { linesOf } from '../../models/lines.ts'
import { Field } from '../../parts/Field.tsx'
import { words } from '../../words.ts'

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
      <Holidays days={linesOf(hours.closed).filter(isDay)} onChange={(days) => onChange({ closed: days.join('\n') })} />
      <p class="standing" role="status">
        {standing(hours)}
      </p>
    </div>
  )
}

/** Days on which the team is closed whatever the week says. */
function Holidays({ days, onChange }: { days: string[]; onChange: (days: string[]) => void }) {
  const [day, setDay] = useState('')
  const add = () => {
    if (!isDay(day)) return
    onChange([...new Set([...days, day])].sort())
    setDay('')
  }
  return (
    <div class="holidays">
      <Field label={words.settings.closedOn} hint={words.settings.closedOnHint}>
        {(ids) => (
          <span class="with-button">
            <input
              {...ids}
              type="date"
              value={day}
              onInput={(event) => setDay(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                add()
              }}
            />
            <button type="button" class="button" onClick={add}>
              <CalendarPlus aria-hidden="true" />
              {words.settings.addDay}
            </button>
          </span>
        )}
      </Field>
      <ul class="tags" aria-label={words.settings.closedOn}>
        {days.map((one) => (
          <li key={one} class="tag">
            <time dateTime={one}>{dayOf(one)}</time>
            <button
              type="button"
              aria-label={words.settings.removeDay(dayOf(one))}
              onClick={() => onChange(days.filter((day) => day !== one))}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
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

const dayOf = (day: string) => written(`${day}T12:00:00`, { dateStyle: 'medium' })

const zones = () => ('supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [])
