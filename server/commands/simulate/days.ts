/** Days, both included, as `YYYY-MM-DD`. */
export interface Days {
  from: string
  to: string
}

/** A day, or a range of them such as 2026-11-16..2026-11-20; null where it is neither. */
export function daysIn(written: string): Days | null {
  const [, from, to = from] = /^(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?$/.exec(written) ?? []
  if (!from || !to) return null
  for (const day of [from, to]) {
    const moment = new Date(`${day}T00:00:00Z`)
    if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day) throw new Error(`${day} is not a day of the calendar.`)
  }
  if (from > to) throw new Error(`${to} comes before ${from}.`)
  return { from, to }
}
