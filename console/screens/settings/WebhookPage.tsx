import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { Deliveries } from './Deliveries.tsx'
import { WebhookForm } from './WebhookForm.tsx'
import { WebhookTest } from './WebhookTest.tsx'

/** Where logged tickets are sent, whether that works, and what came of it. */
export function WebhookPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'webhook:read', {})
  return (
    <>
      <h2>{words.settings.pages.webhook}</h2>
      <p class="hint">{words.settings.webhookHint}</p>
      <Loading from={asked}>
        {(webhook) => <WebhookForm key={asked.turn} webhook={webhook} session={session} reload={asked.again} />}
      </Loading>
      <WebhookTest session={session} />
      <Deliveries session={session} />
    </>
  )
}
