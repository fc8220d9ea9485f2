import type { BoardRow } from '../../shared/protocol/board.ts'
import type { WaitingWhy } from '../../shared/protocol/line.ts'

/** Why it waits at this moment: what was told `at` that time, with the seconds that have passed since. */
export function whyAt({ why, offer }: BoardRow, at: number, now: number): WaitingWhy | null {
  if (offer) return { kind: 'offered', agent: offer.agent, seconds: secondsTo(Date.parse(offer.until), now) }
  if (why?.kind !== 'in-turn') return why
  const passed = Math.floor((now - at) / 1000)
  const unable = why.unable.map((one) => ({
    ...one,
    askedAgainIn: one.askedAgainIn === null ? null : Math.max(0, one.askedAgainIn - passed),
  }))
  return { ...why, unable }
}

const secondsTo = (then: number, now: number) => Math.max(0, Math.ceil((then - now) / 1000))
