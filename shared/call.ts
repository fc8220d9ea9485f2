import type { Code } from './ticket.ts'

/** How somebody reaches a desk without a chat. */
export const callChannels = ['phone', 'walk-up'] as const
export type CallChannel = (typeof callChannels)[number]

/** What came of a call: done, somebody goes on with it, or another team does. */
export type CallOutcome =
  | { is: 'resolved'; code: Code; resolution: string }
  | { is: 'open' }
  | { is: 'escalate'; team: string; ask: string }

/** For so long a call that was logged by mistake is taken back. */
export const undoCallMinutes = 15

/**
 * A number without anything but its digits, and without the zeros before it, by which the same line is known however it is written.
 * A zero in brackets is dialled at home alone: +44 (0)113 is +44 113.
 */
export const digitsOf = (phone: string) => phone.replace(/\(0\)|\D/g, '').replace(/^0+/, '')

/** So many digits and more name one line, with or without the country before them. */
export const wholeNumber = 7
