import type { Promised } from '../../shared/promise.ts'
import type { Summary } from '../../shared/protocol/line.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import { words } from '../words.ts'
import type { Board } from './board.ts'
import { asSpan } from './time.ts'

/** Minutes after which news is usually promised; besides tomorrow morning, and whatever else one chooses. */
export const usualMinutes = [15, 30, 60, 120, 240] as const
export type When = `${(typeof usualMinutes)[number]}` | 'tomorrow' | 'own'

/** The moment that was chosen; null where none was. */
export function momentOf(when: string, own: string, now: number): Date | null {
  if (when === 'own') return own ? new Date(own) : null
  const today = new Date(now)
  if (when === 'tomorrow') return new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1, 9)
  return new Date(now + Number(when) * 60_000)
}

/** How a promise looks: `near` is soon, `late` is over. */
export type PromiseTone = 'calm' | 'near' | 'late'

const soonMs = 10 * 60_000

/** By how far its time is over; less than nothing is still to come. */
export const promiseTone = (over: number): PromiseTone => (over >= 0 ? 'late' : over > -soonMs ? 'near' : 'calm')

/** "in 40 min", or "5 min ago". */
export const promiseSpan = (over: number) =>
  over >= 0 ? words.promises.over(asSpan(Math.floor(over / 1000))) : words.promises.left(asSpan(Math.ceil(-over / 1000)))

/** How a promise is put in words beside its clock. */
export const promiseWords = ({ until }: Pick<Promised, 'until'>, tone: PromiseTone, now: number) =>
  (tone === 'late' ? words.promises.brokenSince : words.promises.newsBy)(momentFrom(until, now))

/** What is to be said aloud of a promise: to its owner that he owes news, and to those above him that none was given. */
export function promiseNews({ me, colleagues }: Board, { promise, owner, requester }: Summary, now: number): string | null {
  if (!promise?.reached) return null
  const until = momentFrom(promise.until, now)
  if (owner === me.id) return words.promises[promise.reached === 'near' ? 'remindMe' : 'tellOwner'](requester.name, until)
  if (promise.reached !== 'broken' || me.role === 'agent') return null
  const name = colleagues.find(({ id }) => id === owner)?.name ?? words.promises.nobody
  return words.promises.tellSupervisors(name, requester.name, until)
}

/** By which the same news is told only once. */
export const promiseNewsKey = ({ id, promise }: Summary) => `${id} ${promise?.until} ${promise?.reached}`
