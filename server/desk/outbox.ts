import type { Delivery, Trouble } from '../../shared/protocol/webhook.ts'
import type { Heard } from '../../shared/protocol.ts'
import type { By } from './people.ts'
import type { TicketEvent } from './tickets/ticket-event.ts'

/** Where events are sent, and the secret that signs them. */
export interface WebhookTarget {
  url: string
  hosts: readonly string[]
  secret: string
}

/** The events that wait to leave the house. The rows are the record; whoever carries them may forget everything. */
export interface Outbox {
  /** Those that wait and may be tried within so many seconds, and in how many milliseconds: of each conversation only the first. */
  due(withinSeconds: number, most: number): Promise<{ id: string; inMs: number }[]>
  /** Takes one in hand for some seconds, and says how often it was tried; null if it is done, in other hands, or not its turn. */
  take(id: string, seconds: number): Promise<{ tries: number } | null>
  /** What is to be sent. The same each time, but for what was erased meanwhile. */
  content(id: string): Promise<TicketEvent>
  delivered(id: string): Promise<void>
  /** It did not work; tried again after so many milliseconds, or never. */
  failed(id: string, because: { why: string; trouble: Trouble }, pauseMs: number | null): Promise<void>
  /** Nobody wants to hear of it. */
  skipped(id: string): Promise<void>
  /** Nobody wants to hear of any of those that are due now and in nobody's hands. */
  skippedAll(): Promise<void>
}

/** What administrators see of the events that leave the house. */
export interface Deliveries {
  list(wanted: Heard<'webhook:deliveries'>): Promise<{ deliveries: Delivery[]; more: boolean }>
  /** Lets it wait again as if it had never been tried; null if there is none. */
  replay(by: By, id: string): Promise<Delivery | null>
}

/** After so many tries an event is set aside, for an administrator to look at. */
export const mostTries = 10

const base = 15_000
const longest = 6 * 3600_000

/** How long to wait after so many failed tries: 15 s, 45 s, 2 min ... 6 h, each a quarter more or less; null to give up. */
export function pauseAfter(tries: number, chance: number): number | null {
  if (tries >= mostTries) return null
  return Math.round(Math.min(base * 3 ** (tries - 1), longest) * (0.75 + chance / 2))
}
