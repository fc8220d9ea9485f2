import { written } from './times.ts'
import { words } from './words.ts'

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
