import type { Summary } from '../../shared/protocol/line.ts'
import { nextDue, type ShownTarget, type Standstill } from '../../shared/target.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import { words } from '../later-words.ts'
import type { Board } from './board.ts'
import { asSpan } from './time.ts'

/** How a target looks: `near` is soon, `late` is over. */
export type TargetTone = 'calm' | 'near' | 'late'

export function targetTone({ due, near, missed }: ShownTarget, now: number): TargetTone {
  if (missed || (due && Date.parse(due) <= now)) return 'late'
  return near && Date.parse(near) <= now ? 'near' : 'calm'
}

/** The one that lists show: what is due first. */
export const firstDue = (targets: readonly ShownTarget[] | undefined) => (targets ? nextDue(targets) : null)

/** What stands of a target: by when it is due, why it stands still, or how it went. */
export function targetWords(shown: ShownTarget, now: number): string {
  const { target, due, stands, left, met, missed } = shown
  const told = words.targets
  const name = told.names[target]
  if (met) return (missed ? told.metLate : told.met)(name)
  if (missed) return told.missed(name, momentFrom(missed, now))
  if (stands) return standingWords(stands, name, left)
  return due ? (Date.parse(due) <= now ? told.missed : told.due)(name, momentFrom(due, now)) : name
}

const standingWords = (stands: Standstill, name: string, left: number | null) =>
  words.targets.stands[stands](name, asSpan(Math.round((left ?? 0) / 1000)))

/** "40 min left", or "5 min ago", of one that runs; empty where that says nothing. */
export function targetSpan({ due, stands, met }: ShownTarget, now: number): string {
  if (!due || stands || met) return ''
  const over = now - Date.parse(due)
  const span = asSpan(Math.abs(Math.round(over / 1000)))
  return over >= 0 ? words.targets.over(span) : words.targets.left(span)
}

/** What happened longer ago was told by then. */
const freshMs = 5 * 60_000

/** What is to be said aloud of clocks, with a key by which it is told only once: a warning to those who have the ticket, and what was missed to those above them. */
export function targetNews({ me, colleagues }: Board, { id, targets = [], owner, worker, requester }: Summary, now: number) {
  const isMine = me.id === owner || me.id === worker
  const told = words.targets
  return targets.flatMap(({ target, due, near, missed, met, stands }) => {
    if (met || stands || !due) return []
    const isMissed = missed !== null && now - Date.parse(missed) < freshMs
    const isNear = missed === null && near !== null && Date.parse(near) <= now
    const about = [told.names[target], requester.name, momentFrom(due, now)] as const
    const key = `${id} ${target} ${isMissed} ${due}`
    if (isMine && (isMissed || isNear)) return [{ key, text: (isMissed ? told.tellOwner : told.warnMe)(...about) }]
    if (!isMissed || me.role === 'agent') return []
    const name = colleagues.find((one) => one.id === (owner ?? worker))?.name ?? told.nobody
    return [{ key, text: told.tellSupervisors(name, ...about) }]
  })
}
