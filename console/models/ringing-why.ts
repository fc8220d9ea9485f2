import type { RingingWhy } from '../../shared/protocol/line.ts'
import { words } from '../words.ts'
import { asSpan } from './time.ts'

/** Why it rings here, for the one it rings for. */
export function tellRinging(why: RingingWhy | null): string {
  if (!why) return words.why.yourTurn
  return words.why.ringing[why.over](why.load, why.capacity, asSpan(why.idleSeconds))
}
