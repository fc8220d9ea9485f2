import { useState } from 'preact/hooks'
import type { Member, OneTimeLink } from '../../../shared/protocol/people.ts'
import { type RefusalCode, Refused } from '../../../shared/refusal.ts'
import type { Session } from '../../models/session.ts'
import { words } from '../../words.ts'

interface PersonVerbsProps {
  session: Session
  member: Member
  onLink: (link: OneTimeLink) => void
  onDone: () => void
  onUndone: () => void
}

/** What can be done with an account beside changing it. */
export function PersonVerbs({ session: { connection, notices }, member, onLink, onDone, onUndone }: PersonVerbsProps) {
  const [refusal, setRefusal] = useState<RefusalCode | null>(null)
  const attempt = async (verb: () => Promise<unknown>) => {
    try {
      await verb()
      setRefusal(null)
    } catch (error) {
      setRefusal(error instanceof Refused ? error.code : 'unavailable')
    }
  }
  const { id: agent, version, state } = member
  const disable = async () => {
    const disabled = await connection.ask('people:disable', { agent, version })
    notices.done(words.settings.disabled(member.name || member.email), () =>
      connection.ask('people:enable', { agent, version: disabled.version }).then(onUndone),
    )
    onDone()
  }
  return (
    <section class="verbs">
      {refusal && (
        <p class="said bad" role="alert">
          {words.refused[refusal]}
        </p>
      )}
      {state !== 'disabled' && (
        <>
          <button
            type="button"
            class="button"
            onClick={() => void attempt(() => connection.ask('people:new-link', { agent }).then(onLink))}
          >
            {words.settings.newLink}
          </button>
          <p class="hint">{words.settings.newLinkHint}</p>
          <button
            type="button"
            class="button"
            onClick={() =>
              void attempt(async () => {
                await connection.ask('people:sign-out-everywhere', { agent })
                notices.tell(words.settings.signedOut)
              })
            }
          >
            {words.settings.signOutEverywhere}
          </button>
          <button type="button" class="button danger" onClick={() => void attempt(disable)}>
            {words.settings.disable}
          </button>
          <p class="hint">{words.settings.disableHint}</p>
        </>
      )}
      {state === 'disabled' && (
        <button
          type="button"
          class="button"
          onClick={() => void attempt(() => connection.ask('people:enable', { agent, version }).then(onDone))}
        >
          {words.settings.enable}
        </button>
      )}
    </section>
  )
}
