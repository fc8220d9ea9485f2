import type { Conversation } from './conversation.ts'

/** How much of its agent's attention a conversation takes; each weighs differently in his load. */
export const attentions = ['active', 'awaiting', 'held', 'wrap-up'] as const
export type Attention = (typeof attentions)[number]

/** In hand: `awaiting` is the requester's turn to speak. Ended, it is in wrap-up until it is wrapped up, or logged without. */
export function attentionOf({ status, agent, silence, wrapsUp }: Conversation): Attention | null {
  switch (status) {
    case 'active':
      return silence?.of === 'requester' ? 'awaiting' : 'active'
    case 'held':
      return 'held'
    case 'ended':
      return agent && wrapsUp ? 'wrap-up' : null
    case 'waiting':
    case 'unrouted':
      return null
  }
}
