import type { Outcome, WebhookAnswers } from '../../shared/protocol/webhook.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith } from '../desk/access.ts'
import type { Deliveries } from '../desk/outbox.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface WebhookPorts {
  deliveries: Deliveries
  /** Something waits in the outbox. */
  wake(): void
  /** Sends a `test` event to the webhook. */
  test(): Promise<Outcome>
  now(): Date
}

/** What administrators ask about the events that leave the house. */
export const webhookHandlers = ({ deliveries, wake, test, now }: WebhookPorts): Handlers<keyof WebhookAnswers> => ({
  async 'webhook:deliveries'({ who }, wanted) {
    agentWith(who, 'desk', 'manage')
    return deliveries.list(wanted)
  },
  async 'webhook:replay'(caller, { delivery }) {
    agentWith(caller.who, 'desk', 'manage')
    const again = (await deliveries.replay(byOf(caller, now()), delivery)) ?? refuse('not-found')
    wake()
    return again
  },
  async 'webhook:test'({ who }) {
    agentWith(who, 'desk', 'manage')
    return test()
  },
})
