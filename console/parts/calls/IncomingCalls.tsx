import { Phone } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import type { IncomingCall } from '../../../shared/protocol/telephony.ts'
import { momentFrom } from '../../../shared/ui/times.ts'
import { words } from '../../later-words.ts'
import { slotOf, writeDown } from '../../models/half-logged.ts'
import { callsNow, hearCalls, letGo } from '../../models/incoming-calls.ts'
import { everything } from '../../models/narrowing.ts'
import type { Session } from '../../models/session.ts'
import { go } from '../../router.ts'
import { keyName } from '../Keys.tsx'

/** Who is calling right now: what is known of him, and the way to writing it down. */
export function IncomingCalls({ session }: { session: Session }) {
  useEffect(() => hearCalls(session), [session])
  const calls = callsNow.value
  return (
    <section class="calling" aria-label={words.calls.calling} hidden={calls.length === 0}>
      <p class="sr-only" role="status">
        {calls[0] ? words.calls.calls(nameOf(calls[0])) : ''}
      </p>
      {calls.map((call, place) => (
        <Call key={call.id} call={call} session={session} isFirst={place === 0} />
      ))}
    </section>
  )
}

const nameOf = ({ people, number }: IncomingCall) =>
  people.length === 1
    ? (people[0]?.name ?? '')
    : people.length > 1
      ? words.calls.oneOf(people.map(({ name }) => name).join(', '))
      : number || words.calls.hidden

function Call({ call, session, isFirst }: { call: IncomingCall; session: Session; isFirst: boolean }) {
  const { notices, tickets, clock } = session
  const [person] = call.people
  const known = call.people.length === 1 ? person : undefined
  return (
    <article class="call">
      <h2>
        <Phone aria-hidden="true" />
        {nameOf(call)}
      </h2>
      <p class="hint">
        {[
          call.people.length > 0 && call.number,
          known?.email,
          known?.verified && words.calls.verified,
          known?.lastAt ? words.calls.known(momentFrom(known.lastAt, clock.now.peek())) : known && words.calls.neverSeen,
          call.people.length === 0 && words.calls.stranger,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="buttons">
        <button
          type="button"
          class={isFirst ? 'button primary' : 'button'}
          {...(isFirst && { 'aria-keyshortcuts': 'Alt+C' })}
          onClick={() => writeDown(session, slotOf(call.id))}
        >
          {words.calls.write}
          {isFirst && (
            <span aria-hidden="true">
              {' '}
              <kbd>{keyName('Alt+C')}</kbd>
            </span>
          )}
        </button>
        {known && (
          <button
            type="button"
            class="button"
            onClick={() => {
              go({ at: 'tickets' })
              void tickets.show({ ...everything, filters: { requester: known.id } })
            }}
          >
            {words.calls.tickets}
          </button>
        )}
        <button type="button" class="button" onClick={() => void letGo(session, call.id).catch(notices.refused)}>
          {words.calls.letGo}
        </button>
      </p>
    </article>
  )
}
