import type { Conversation } from '../../../shared/conversation.ts'
import type { Due } from '../dues.ts'
import { needsOf } from '../kinds.ts'
import type { Settled } from '../ports.ts'

/** When somebody who waits is no longer kept for one agent, and when what he needs becomes what is preferred. */
export function wideningDues(conversation: Conversation, settled: Settled): Due[] {
  const { status, waitingSince, keptFor } = conversation
  if (status !== 'waiting' || !waitingSince) return []
  const widens = widensAt(conversation, settled)
  return [
    ...(keptFor ? [{ at: Date.parse(keptFor.until), leaves: () => [{ kind: 'widened', past: 'agent' } as const] }] : []),
    ...(widens === null ? [] : [{ at: widens, leaves: () => [{ kind: 'widened', past: 'skills' } as const] }]),
  ]
}

/** When its line widens past the skills it asks for, in milliseconds; null where it does not. */
export function widensAt(conversation: Conversation, { routing, topic }: Settled): number | null {
  const { widenAfterSeconds } = routing(conversation.team)
  if (widenAfterSeconds === null || !conversation.waitingSince) return null
  if (!needsOf(conversation, { topic }).some(({ required }) => required)) return null
  return Date.parse(conversation.waitingSince) + widenAfterSeconds * 1000
}
