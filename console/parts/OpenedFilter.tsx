import { useState } from 'preact/hooks'
import { words as laterWords } from '../later-words.ts'
import { withFilter } from '../models/narrowing.ts'
import type { Session } from '../models/session.ts'
import { Pick } from './Pick.tsx'

const spans = [1, 7, 30, 90, 365]
const between = 'between'

/** When tickets were opened: within some days, or between two. */
export function OpenedFilter({ session: { tickets } }: { session: Session }) {
  const narrowing = tickets.narrowing.value
  const { openedDays, openedFrom, openedTo } = narrowing.filters
  const [isWide, setWide] = useState(false)
  const isBetween = isWide || Boolean(openedFrom || openedTo)
  const withoutTime = (['openedDays', 'openedFrom', 'openedTo'] as const).reduce<typeof narrowing.filters>(
    (filters, name) => withFilter(filters, name, undefined) as typeof filters,
    narrowing.filters,
  )
  const pick = (value: string) => {
    setWide(value === between)
    if (value !== between) void tickets.show({ ...narrowing, filters: { ...withoutTime, ...(value && { openedDays: Number(value) }) } })
  }
  return (
    <>
      <Pick
        label={laterWords.lists.opened}
        value={isBetween ? between : String(openedDays ?? '')}
        any={laterWords.lists.anyTime}
        from={[...spans.map((days): [string, string] => [String(days), laterWords.lists.days(days)]), [between, laterWords.lists.between]]}
        onPick={pick}
      />
      {isBetween && (
        <>
          <label class="day">
            {laterWords.lists.from}
            <input
              type="date"
              value={dayIn(openedFrom)}
              onChange={({ currentTarget: { value } }) => void tickets.filter('openedFrom', value ? momentOf(value, 0) : undefined)}
            />
          </label>
          <label class="day">
            {laterWords.lists.to}
            <input
              type="date"
              value={dayIn(openedTo, -1)}
              onChange={({ currentTarget: { value } }) => void tickets.filter('openedTo', value ? momentOf(value, 1) : undefined)}
            />
          </label>
        </>
      )}
    </>
  )
}

/** Midnight at the beginning of a day here, or some days later. */
function momentOf(day: string, later: number): string {
  const date = new Date(`${day}T00:00`)
  date.setDate(date.getDate() + later)
  return date.toISOString()
}

function dayIn(moment: string | undefined, later = 0): string {
  if (!moment) return ''
  const date = new Date(moment)
  date.setDate(date.getDate() + later)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
