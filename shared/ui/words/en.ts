import type { Delivery } from '../../client/delivery.ts'
import { type RefusalCode, refusals } from '../../refusal.ts'

/** The English texts that widget and console share. Another language is another file of this shape. */
export const english = {
  delivery: { waiting: 'Waiting to send', sent: 'Sent', delivered: 'Delivered', seen: 'Seen' } satisfies Record<Delivery, string>,
  notSent: 'Not sent.',
  again: 'Try again',
  discard: 'Discard',
  older: 'Show earlier messages',
  loadingOlder: 'Loading earlier messages',
  toNewest: 'To the newest message',
  note: 'Note, only agents see this.',
  erased: 'This text was erased.',
  someone: 'Someone',
  you: 'You',
  today: 'Today',
  yesterday: 'Yesterday',
  send: 'Send',
  loading: 'Loading',
  writing: (names: string[]) => (names.length === 1 ? `${names[0]} is writing` : `${names.join(' and ')} are writing`),
  opensAnew: 'opens in a new tab',
  /** Every way the desk can say no. */
  refused: refusals as Record<RefusalCode, string>,
}
