import { locale } from './language.ts'

/** The hour and minute in the reader's time zone. */
export const timeOf = (at: string) => written(at, { hour: '2-digit', minute: '2-digit' })

/** "Monday 08:00", for what lies within a week. */
export const weekdayTimeOf = (at: string) => written(at, { weekday: 'long', hour: '2-digit', minute: '2-digit' })

/** "15:30" on the same day, "Monday 15:30" within a week, and the whole date after that. */
export function momentFrom(at: string, from: string | number | Date): string {
  const [then, now] = [new Date(at), new Date(from)]
  if (then.toDateString() === now.toDateString()) return timeOf(at)
  return Math.abs(then.getTime() - now.getTime()) < 6 * 86_400_000
    ? weekdayTimeOf(at)
    : written(at, { dateStyle: 'medium', timeStyle: 'short' })
}

/** A moment as the reader's language writes it. A format is dear to make, and a timeline asks for the same few again and again. */
export function written(at: string, how: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(how)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, how)
  formats.set(key, format)
  return format.format(new Date(at))
}

const formats = new Map<string, Intl.DateTimeFormat>()
