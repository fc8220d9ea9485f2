import type { HandedItem, HandOver } from '../../shared/protocol/hand-over.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import { words } from '../later-words.ts'

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
