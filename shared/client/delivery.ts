import type { Cursor } from '../protocol/conversation.ts'

/** How far a message got: in this browser only, committed, on a device of the other side, before the other's eyes. */
export type Delivery = 'waiting' | 'sent' | 'delivered' | 'seen'

/** How far a committed message got with the given people. */
export function deliveryOf(seq: number, others: readonly Cursor[]): Delivery {
  if (others.some(({ seen }) => seen >= seq)) return 'seen'
  return others.some(({ delivered }) => delivered >= seq) ? 'delivered' : 'sent'
}
