import { CircleCheck, CircleX, Send } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Outcome } from '../../../shared/protocol/webhook.ts'
import type { Session } from '../../models/session.ts'
import { words } from '../../words.ts'

/** Sends a signed test event, and shows what the receiver answered. */
export function WebhookTest({ session: { connection, notices } }: { session: Session }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (busy) return
    setBusy(true)
    setOutcome(null)
    try {
      setOutcome(await connection.ask('webhook:test', {}))
    } catch (error) {
      notices.refused(error)
    }
    setBusy(false)
  }
  return (
    <section class="stack webhook-test">
      <h3>{words.settings.testTitle}</h3>
      <p class="hint">{words.settings.testHint}</p>
      <div class="buttons start">
        <button type="button" class="button" aria-disabled={busy} onClick={() => void send()}>
          <Send aria-hidden="true" />
          {words.settings.test}
        </button>
      </div>
      <div role="status">
        {busy && <p class="hint">{words.settings.testing}</p>}
        {outcome && (
          <p class={outcome.delivered ? 'said good' : 'said bad'}>
            {outcome.delivered ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
            {outcome.trouble ? words.settings.trouble(outcome.trouble) : words.settings.testFine}
            <span class="num">{answerOf(outcome)}</span>
          </p>
        )}
      </div>
    </section>
  )
}

const answerOf = ({ status, milliseconds }: Outcome) => (status === null ? '' : words.settings.testAnswer(status, milliseconds))
