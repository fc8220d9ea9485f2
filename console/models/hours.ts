import type { OpeningHours } from '../../shared/protocol/admin.ts'
import { linesOf } from './lines.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Opening hours as they are written in a form. */
export interface WrittenHours {
  zone: string
  days: Record<Weekday, string>
  closed: string
  /** Dates with hours of their own, or with a name. */
  special: readonly SpecialDay[]
}

/** A date that is not like its weekday; without hours it is closed. */
export interface SpecialDay {
  date: string
  name: string
  hours: string
}

/** What a team begins with: office hours where the administrator sits. */
export function usualHours(): WrittenHours {
  const office = '08:00-17:00'
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return { zone, days: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: '', sun: '' }, closed: '', special: [] }
}

/** Saved hours as text. */
export function writtenHours({ zone, days, closed, special = [] }: OpeningHours): WrittenHours {
  return {
    zone,
    days: each((day) => asText(days[day])),
    closed: closed.join('\n'),
    special: special.map(({ date, name, spans }) => ({ date, name, hours: asText(spans) })),
  }
}

/** Text as hours to save. */
export function readHours({ zone, days, closed, special = [] }: WrittenHours): OpeningHours {
  const own = special.map(({ date, name, hours }) => ({ date, name: name.trim(), spans: spansIn(hours) ?? [] }))
  return { zone: zone.trim(), days: each((day) => spansIn(days[day]) ?? []), closed: linesOf(closed), special: own }
}

/** "08:00-12:00, 13:00-17:00" as spans; null if it is written otherwise. */
export function spansIn(written: string): [string, string][] | null {
  const parts = written
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const spans = parts.map(spanIn).filter((span) => span !== null)
  return spans.length === parts.length && spans.length <= 4 ? spans : null
}

export const isDay = (written: string) => /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(`${written}T00:00:00Z`))

export function isZone(written: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: written.trim() })) && written.trim() !== ''
  } catch {
    return false
  }
}

/** Whether it is open, and until when; or when it opens next, within the coming two weeks. */
export type Opening = { open: true; until: string } | { open: false; next: { day: Weekday; date: string; time: string } | null }

/** How these hours stand at a moment, in their own zone; null where they are not readable yet. */
export function openingAt(written: WrittenHours, now: Date): Opening | null {
  if (!isZone(written.zone) || !weekdays.every((day) => spansIn(written.days[day]))) return null
  const { days, closed, special = [], zone } = readHours(written)
  const here = inZone(now, zone)
  for (let ahead = 0; ahead < 14; ahead++) {
    const { date, day } = dayAfter(here.date, ahead)
    const own = special.find((one) => one.date === date)?.spans ?? (closed.includes(date) ? [] : days[day])
    for (const [from, to] of own.toSorted()) {
      if (ahead === 0 && to <= here.time) continue
      if (ahead === 0 && from <= here.time) return { open: true, until: to }
      return { open: false, next: { day, date, time: from } }
    }
  }
  return { open: false, next: null }
}

function inZone(now: Date, zone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone.trim(), dateStyle: 'short', timeStyle: 'short' })
  const [date = '', time = ''] = format.format(now).split(' ')
  return { date, time }
}

function dayAfter(date: string, days: number): { date: string; day: Weekday } {
  const then = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000)
  return { date: then.toISOString().slice(0, 10), day: weekdays[(then.getUTCDay() + 6) % 7] ?? 'mon' }
}

function spanIn(written: string): [string, string] | null {
  const [from = '', to = '', ...rest] = written.split(/\s*[-–]\s*/).map(padded)
  return rest.length === 0 && isTime(from) && isTime(to) && from < to ? [from, to] : null
}

const asText = (spans: readonly (readonly [string, string])[]) => spans.map(([from, to]) => `${from}-${to}`).join(', ')

const padded = (time: string) => (/^\d:/.test(time) ? `0${time}` : time)
const isTime = (time: string) => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)

function each<T>(of: (day: Weekday) => T) {
  return Object.fromEntries(weekdays.map((day) => [day, of(day)])) as Record<Weekday, T>
}
