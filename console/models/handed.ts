import type { HandedIncident, HandedItem, HandOver } from '../../shared/protocol/hand-over.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import { words } from '../later-words.ts'

/** How much changes hands. */
export interface HandedCount {
  conversations: number
  incidents: number
}

/** What the record knows of it, as the beginning of a line about it. */
export function lineOf({ promise, hold, guide, workTeam, duties }: HandedItem, now: number): string {
  const { facts } = words.handOver
  const lines = [
    promise && facts.promise(momentFrom(promise.until, now), promise.about),
    hold && facts.held(hold.until ? momentFrom(hold.until, now) : '', hold.reason),
    guide && facts.guide(guide),
    workTeam && duties.includes('sent') && facts.sent(workTeam),
  ]
  return lines.filter(Boolean).join(' ')
}

/** For whom it is. */
export const nameOfTo = ({ to }: Pick<HandOver, 'to'>) => ('agent' in to ? to.agent : to.team).name

/** All that goes with it, or what of it came to this. */
export function countOf({ items, incidents }: Pick<HandOver, 'items' | 'incidents'>, outcome?: 'taken' | 'gone'): HandedCount {
  const counts = (one: HandedItem | HandedIncident) => outcome === undefined || one.outcome === outcome
  return { conversations: items.filter(counts).length, incidents: incidents.filter((one) => one.goes && counts(one)).length }
}

/** Whether it is anything at all. */
export const isSome = ({ conversations, incidents }: HandedCount) => conversations + incidents > 0

/** Those of its team who do not take it, and why. */
export const declinersOf = ({ declines }: HandOver) =>
  declines.map(({ by, reason }) => (reason ? `${by.name} (${reason})` : by.name)).join(', ')
