import { randomUUID } from 'node:crypto'
import type { Outcome, Trouble } from '../../shared/protocol/webhook.ts'
import { type Outbox, pauseAfter, type WebhookTarget } from '../desk/outbox.ts'
import { type Limits, limits, post, sentenceFor } from './webhook.ts'

export interface DeliveryPorts {
  outbox: Outbox
  /** Where events go now; null if nobody wants them. */
  target(): Promise<WebhookTarget | null>
  now(): Date
  onBug(error: unknown): void
  limits?: Limits
  /** How long to wait after so many failed tries; null to give up. */
  pause?(tries: number): number | null
}

/** Longer than one try lasts: whoever has not finished by then is gone. */
const inHandSeconds = 15

/** Sends one event, or writes down why not and when again. Harmless to repeat: what is done or in other hands is left alone. */
export async function deliver(ports: DeliveryPorts, id: string): Promise<void> {
  const { outbox, target } = ports
  const taken = await outbox.take(id, inHandSeconds)
  if (!taken) return
  const wanted = await target()
  if (!wanted) return outbox.skipped(id)
  const { trouble, why } = await attempt(ports, wanted, id)
  if (!trouble) return outbox.delivered(id)
  const pause = (ports.pause ?? jittered)(taken.tries + 1)
  await outbox.failed(id, { why, trouble }, pause)
}

/** An event that cannot even be put together counts as tried, so that it is set aside in the end and others go on. */
async function attempt(ports: DeliveryPorts, target: WebhookTarget, id: string): Promise<Outcome> {
  try {
    return await post(target, await ports.outbox.content(id), ports.now(), ports.limits ?? limits)
  } catch (error) {
    ports.onBug(error)
    return untried({ kind: 'failed' })
  }
}

const jittered = (tries: number) => pauseAfter(tries, Math.random())

/** Sends a signed `test` event now, once, so that an administrator sees whether the webhook works. */
export async function sendTest({ target, now, limits: within }: Pick<DeliveryPorts, 'target' | 'now' | 'limits'>): Promise<Outcome> {
  const wanted = await target()
  if (!wanted) return untried({ kind: 'off' })
  return post(wanted, { id: randomUUID(), kind: 'test', at: now().toISOString() }, now(), within)
}

const untried = (trouble: Trouble): Outcome => ({ delivered: false, why: sentenceFor(trouble), status: null, milliseconds: 0, trouble })
