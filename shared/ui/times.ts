import { locale } from './language.ts'
import { words } from './words.ts'

/** The hour and minute in the reader's time zone. */
export const timeOf = (at: string) => written(at, { hour: '2-digit', minute: '2-digit' })

/** "Monday 08:00", for what lies within a week. */
export const weekdayTimeOf = (at: string) => written(at, { weekday: 'long', hour: '2-digit', minute: '2-digit' })

/** The day as people say it, from their today. */
export function dayOf(at: string, now = new Date()): string {
  const date = new Date(at)
  const daysAgo = Math.round((midnight(now) - midnight(date)) / 86_400_000)
  if (daysAgo === 0) return words.today
  if (daysAgo === 1) return words.yesterday
  const isThisYear = date.getFullYear() === now.getFullYear()
  return written(at, { day: 'numeric', month: 'long', ...(isThisYear ? { weekday: 'long' } : { year: 'numeric' }) })
}

const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** A moment as the reader's language writes it. A format is dear to make, and a timeline asks for the same few again and again. */
export function written(at: string, how: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(how)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, how)
  formats.set(key, format)
  return format.format(new Date(at))
}

const formats = new Map<string, Intl.DateTimeFormat>()
