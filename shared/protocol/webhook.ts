import { z } from 'zod'
import { id } from './words.ts'

/** What administrators ask about how logged tickets leave the house. */
export const webhookQuestions = {
  /** What was to be sent to the webhook, the newest first, 50 at a time. What is left out narrows nothing. */
  'webhook:deliveries': z.strictObject({
    state: z.enum(['waiting', 'delivered', 'set-aside', 'skipped']).optional(),
    /** The ticket's number. */
    number: z.int().min(1).optional(),
    /** Put into the outbox at or after this moment, and before that one. */
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
    before: z.int().min(1).nullable().default(null),
  }),
  /** Sends it (again), under the same id, as if it had never been tried. */
  'webhook:replay': z.strictObject({ delivery: id }),
  /** Sends a signed `test` event to the webhook now, once, and says what the receiver answered. */
  'webhook:test': z.strictObject({}),
}

/** Why an event was not accepted. */
export type Trouble =
  /** No webhook is set up, or it is switched off. */
  | { kind: 'off' }
  /** It answered with another status than 2xx; redirects are not followed. */
  | { kind: 'status' | 'redirect'; status: number }
  /** Only http and https can be called. */
  | { kind: 'scheme' }
  | { kind: 'not-listed'; host: string }
  /** A listed name stands for an address inside that is not listed itself. */
  | { kind: 'inside'; host: string; address: string }
  | { kind: 'too-slow'; seconds: number }
  /** With the code of the network's error, such as ECONNREFUSED. */
  | { kind: 'unreachable'; code: string }
  /** The event could not be put together; the log of the server says why. */
  | { kind: 'failed' }

/** What came of one try. */
export interface Outcome {
  delivered: boolean
  /** The same in an English sentence, for logs. */
  why: string
  /** What the receiver answered; null if it did not. */
  status: number | null
  milliseconds: number
  trouble: Trouble | null
}

/** One event on its way to the webhook. */
export interface Delivery {
  /** The id that the receiver sees, the same over all tries. */
  id: string
  /** Its place in the order of all events. */
  position: number
  kind: string
  conversation: string
  /** The ticket's number. */
  number: number
  at: string
  /** `set-aside` was given up after many tries, `skipped` met no webhook that wanted it. */
  state: 'waiting' | 'delivered' | 'set-aside' | 'skipped'
  attempts: number
  /** Why the last try failed, as an English sentence, and so that it can be worded anew. */
  lastError: string | null
  trouble: Trouble | null
  /** When it is tried next; null where it is tried at once, or not any more. */
  nextAt: string | null
  deliveredAt: string | null
}

export interface WebhookAnswers {
  'webhook:deliveries': { deliveries: Delivery[]; more: boolean }
  'webhook:replay': Delivery
  'webhook:test': Outcome
}
