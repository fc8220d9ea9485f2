import { written } from '../../shared/ui/times.ts'
import { words } from '../words.ts'

/** How a wait looks and is called: a minute is fine, five are not. */
export type Tone = 'fresh' | 'slow' | 'late'

export const toneOf = (ms: number): Tone => (ms < 60_000 ? 'fresh' : ms < 300_000 ? 'slow' : 'late')

/** A running wait: 0:48, 3:41, then 1 h 05, then days. */
export function asWait(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${words.chats.hours(hours)} ${two(minutes % 60)}` : words.chats.days(Math.floor(hours / 24))
}

/** How long ago something was: now, 6 min, 3 h, 2 d. */
export function asAgo(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return words.chats.now
  if (minutes < 60) return words.chats.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? words.chats.hours(hours) : words.chats.days(Math.floor(hours / 24))
}

/** How long something took: 45 s, 6 min, 3 h. */
export function asSpan(seconds: number): string {
  if (seconds < 90) return words.chats.seconds(seconds)
  if (seconds < 90 * 60) return words.chats.minutes(Math.round(seconds / 60))
  return words.chats.hours(Math.round(seconds / 3600))
}

/** 09:41:07 */
export const asTime = (at: string) => written(at, { timeStyle: 'medium' })

/** 09:41 */
export const asClock = (at: string) => written(at, { timeStyle: 'short' })

/** 22 Nov 2026, 09:41 */
export const asMoment = (at: string) => written(at, { dateStyle: 'medium', timeStyle: 'short' })

const two = (number: number) => String(number).padStart(2, '0')
