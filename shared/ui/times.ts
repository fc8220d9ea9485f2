import { words } from './words.ts'

const locale = 'en-GB'
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
const dayAndYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
const weekdayAndClock = new Intl.DateTimeFormat(locale, { weekday: 'long', hour: '2-digit', minute: '2-digit' })

/** The hour and minute in the reader's time zone. */
export const timeOf = (at: string) => clock.format(new Date(at))

/** "Monday 08:00", for what lies within a week. */
export const weekdayTimeOf = (at: string) => weekdayAndClock.format(new Date(at))

/** The day as people say it, from their today. */
export function dayOf(at: string, now = new Date()): string {
  const date = new Date(at)
  const daysAgo = Math.round((midnight(now) - midnight(date)) / 86_400_000)
  if (daysAgo === 0) return words.today
  if (daysAgo === 1) return words.yesterday
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear).format(date)
}

const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
