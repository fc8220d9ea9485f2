import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { HandOver } from '../../../shared/protocol/hand-over.ts'
import { words } from '../../later-words.ts'
import type { HandOvers } from '../../models/hand-overs.ts'
import { Field } from '../Field.tsx'

/** Why somebody does not take it; whoever hands it over reads that. */
export function DeclineForm({ handOver, handOvers }: { handOver: HandOver; handOvers: HandOvers }) {
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // At once, so that whoever writes on loses no letter; the card has taken the focus by then.
  useLayoutEffect(() => queueMicrotask(() => field.current?.focus()), [])
  const { to } = handOver
  return (
    <form
      class="stack decline-shift"
      onSubmit={(event) => {
        event.preventDefault()
        void handOvers.decline(handOver, reason.trim())
      }}
    >
      <Field label={words.handOver.declineReason} {...('team' in to && { hint: words.handOver.declineForTeam(to.team.name) })}>
        {(ids) => <input {...ids} ref={field} maxLength={200} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />}
      </Field>
      <div class="buttons">
        <button type="submit" class="button primary">
          {words.handOver.declineSend}
        </button>
      </div>
    </form>
  )
}
