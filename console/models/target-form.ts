import { noTargets, type Target, type TargetMinutes, type TargetRules, targets } from '../../shared/target.ts'
import type { Priority } from '../../shared/ticket.ts'
import { words as laterWords } from '../later-words.ts'
import { words } from '../words.ts'
import type { Errors } from './form.ts'

export const priorities: readonly Priority[] = [1, 2, 3, 4, 5]

/** Where a time is written: such as `first1`. */
export type TimeField = `${Target}${Priority}`

/** Targets as they are written; a time that is empty is no target. */
export interface WrittenTargets extends Record<TimeField, string> {
  counted: TargetRules['counted']
  restsWithRequester: boolean
  warnPercent: string
}

const fields = priorities.flatMap((priority) => targets.map((target): TimeField => `${target}${priority}`))

/** Saved targets as text; hours where they are whole. */
export function writtenTargets(saved: TargetRules | null): WrittenTargets {
  const { counted, restsWithRequester, warnPercent, priorities: times } = saved ?? noTargets
  const written = (target: Target, priority: Priority) => writtenTime(times[priority][target])
  const all = priorities.flatMap((priority) => targets.map((target) => [`${target}${priority}`, written(target, priority)]))
  return { ...(Object.fromEntries(all) as Record<TimeField, string>), counted, restsWithRequester, warnPercent: String(warnPercent) }
}

/** Text as targets to save; without any time there are none. */
export function readTargets(written: WrittenTargets): TargetRules | null {
  if (fields.every((field) => written[field].trim() === '')) return null
  const { counted, restsWithRequester } = written
  const of = (priority: Priority): TargetMinutes => {
    const [first = null, next = null, resolution = null] = targets.map((target) => readTime(written[`${target}${priority}`]))
    return { first, next, resolution }
  }
  const times = { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5) }
  return { counted, restsWithRequester, warnPercent: Number(written.warnPercent), priorities: times }
}

/** What is wrong with which field. */
export function wrongTargets(written: WrittenTargets): Errors<WrittenTargets> {
  const errors: Errors<WrittenTargets> = { warnPercent: isPercent(written.warnPercent) ? null : words.settings.between(0, 90) }
  for (const field of fields) errors[field] = isTime(written[field]) ? null : laterWords.targets.wrongTime
  return errors
}

const mostMinutes = 525_600
const isPercent = (text: string) => /^\d+$/.test(text.trim()) && Number(text) <= 90

function isTime(text: string) {
  if (text.trim() === '') return true
  const minutes = readTime(text)
  return minutes !== null && minutes >= 1 && minutes <= mostMinutes
}

/** "30", "30 min", "1,5 h". */
function readTime(text: string): number | null {
  const [, number, unit] = /^(\d+(?:[.,]\d+)?)\s*(min|m|h|std|std\.)?$/i.exec(text.trim()) ?? []
  if (!number) return null
  const isHours = unit !== undefined && !/^m/i.test(unit)
  return Math.round(Number(number.replace(',', '.')) * (isHours ? 60 : 1))
}

const writtenTime = (minutes: number | null) => (minutes === null ? '' : minutes % 60 === 0 ? `${minutes / 60} h` : String(minutes))
