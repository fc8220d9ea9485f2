import { attentionOf } from '../../../shared/attention.ts'
import type { Conversation } from '../../../shared/conversation.ts'
import type { Weights } from '../../../shared/team-routing.ts'
import type { Step } from '../ports.ts'

/**
 * A conversation with what it counts in its agent's load. That is written down with it and changes only when its agent must
 * attend to it otherwise: whatever is set up meanwhile, what is taken off a load is what was put on it.
 */
export function weighed(before: Conversation | null, after: Conversation, weights: Weights): Conversation {
  const attention = attentionOf(after)
  if (before && attention === attentionOf(before)) return after
  const weighs = weightFor(attention, weights)
  return weighs === (after.weighs ?? null) ? after : { ...after, weighs }
}

/** Null is what goes without saying: 1 while people talk, nothing afterwards. */
function weightFor(attention: ReturnType<typeof attentionOf>, weights: Weights): number | null {
  switch (attention) {
    case null:
    case 'active':
      return null
    case 'wrap-up':
      return weights['wrap-up'] || null
    case 'awaiting':
    case 'held':
      return weights[attention] === 1 ? null : weights[attention]
  }
}

/** Whether a step in which people talk on may change what the conversation weighs: then its agent's load is locked with it. */
export function mayWeighAnew(conversation: Conversation, { who, act }: Pick<Step, 'who' | 'act'>, weights: Weights): boolean {
  const isEven = weights.awaiting === 1 && weights.held === 1
  if (isEven && (conversation.weighs ?? null) === null) return false
  if (act.kind !== 'say') return true
  const attention = attentionOf(conversation)
  return who.kind === 'requester' ? attention !== 'active' : attention !== 'awaiting'
}
