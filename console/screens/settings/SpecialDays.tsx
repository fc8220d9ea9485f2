import { CalendarPlus, X } from 'lucide-preact'
import { useId, useState } from 'preact/hooks'
import { written } from '../../../shared/ui/times.ts'
import { isDay, type SpecialDay, spansIn, type WrittenHours } from '../../models/hours.ts'
import { linesOf } from '../../models/lines.ts'
import { Field } from '../../parts/Field.tsx'
import { words } from '../../words.ts'

interface SpecialDaysProps {
  hours: WrittenHours
  onChange: (change: Pick<WrittenHours, 'closed' | 'special'>) => void
}

const nothing: SpecialDay = { date: '', name: '', hours: '' }

/** Holidays and half days: dates on which the team is closed, or open at other hours, whatever the week says. */
export function SpecialDays({ hours: { closed, special }, onChange }: SpecialDaysProps) {
  const [day, setDay] = useState(nothing)
  const error = useId()
  const isWrong = spansIn(day.hours) === null
  const days = [
    ...linesOf(closed)
      .filter(isDay)
      .map((date) => ({ ...nothing, date })),
    ...special,
  ].toSorted(byDate)
  const change = (next: readonly SpecialDay[]) =>
    onChange({
      closed: next
        .filter(isPlain)
        .map(({ date }) => date)
        .join('\n'),
      special: next.filter((one) => !isPlain(one)),
    })
  const add = () => {
    if (!isDay(day.date) || isWrong) return
    change([...days.filter(({ date }) => date !== day.date), day].toSorted(byDate))
    setDay(nothing)
  }
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }
  return (
    <div class="holidays">
      <Field label={words.settings.closedOn} hint={words.settings.closedOnHint}>
        {(ids) => (
          <span class="with-button">
            <input
              {...ids}
              type="date"
              value={day.date}
              onInput={({ currentTarget }) => setDay({ ...day, date: currentTarget.value })}
              onKeyDown={onEnter}
            />
            <input
              aria-label={words.settings.dayName}
              placeholder={words.settings.dayName}
              maxLength={60}
              value={day.name}
              onInput={({ currentTarget }) => setDay({ ...day, name: currentTarget.value })}
              onKeyDown={onEnter}
            />
            <input
              aria-label={words.settings.dayHours}
              placeholder={words.settings.dayHours}
              aria-invalid={isWrong}
              aria-describedby={isWrong ? error : undefined}
              value={day.hours}
              onInput={({ currentTarget }) => setDay({ ...day, hours: currentTarget.value })}
              onKeyDown={onEnter}
            />
            <button type="button" class="button" onClick={add}>
              <CalendarPlus aria-hidden="true" />
              {words.settings.addDay}
            </button>
          </span>
        )}
      </Field>
      {isWrong && (
        <p class="error" id={error}>
          {words.settings.hoursWrong}
        </p>
      )}
      <ul class="tags" aria-label={words.settings.closedOn}>
        {days.map((one) => (
          <li key={one.date} class="tag">
            <time dateTime={one.date}>{labelOf(one)}</time>
            <button
              type="button"
              aria-label={words.settings.removeDay(labelOf(one))}
              onClick={() => change(days.filter(({ date }) => date !== one.date))}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A date, short, as its reader writes it. */
export const dayOf = (day: string) => written(`${day}T12:00:00`, { dateStyle: 'medium' })

const labelOf = ({ date, name, hours }: SpecialDay) =>
  [dayOf(date), name, hours || (name ? words.settings.closedThen : '')].filter(Boolean).join(' · ')

const isPlain = ({ name, hours }: SpecialDay) => !name.trim() && !hours.trim()
const byDate = (one: SpecialDay, other: SpecialDay) => one.date.localeCompare(other.date)
