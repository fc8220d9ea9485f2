import { CircleCheck, CirclePause, WifiOff } from 'lucide-preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Session } from '../models/session.ts'
import { asTime } from '../models/time.ts'
import { words } from '../words.ts'
import { OldPage } from './OldPage.tsx'

const showForMs = 10_000

/** The truth about the connection: for how long it is gone; after the return what was missed, and up to when everything is complete; and whether nothing is offered. */
export function ConnectionNotice({ session: { connection, desk, chats, clock } }: { session: Session }) {
  const state = connection.state.value
  const complete = desk.completeAt.value
  const before = useRef(0)
  const isCut = state.kind === 'offline'

  useEffect(() => {
    if (isCut) before.current = chats.caughtUp.peek()
  }, [isCut, chats])
  useEffect(() => {
    if (!complete) return
    const timer = setTimeout(() => {
      desk.completeAt.value = null
    }, showForMs)
    return () => clearTimeout(timer)
  }, [complete, desk])

  return (
    <div class="connection" role="status">
      {isCut ? (
        <p class="offline">
          <WifiOff aria-hidden="true" />
          <Silence since={state.since} now={clock.local.value} />
        </p>
      ) : (
        complete && (
          <p class="back">
            <CircleCheck aria-hidden="true" />
            {words.shell.backAgain(chats.caughtUp.value - before.current, asTime(complete))}
          </p>
        )
      )}
      {desk.resting.value && (
        <p class="offline">
          <CirclePause aria-hidden="true" />
          {words.shell.resting}
        </p>
      )}
      <OldPage />
    </div>
  )
}

// The seconds are for the eye: a voice that counts them would drown everything else.
function Silence({ since, now }: { since: number; now: number }) {
  const seconds = Math.max(0, Math.round((now - since) / 1000))
  return (
    <>
      <span aria-hidden="true">{words.shell.offline(seconds)}</span>
      <span class="sr-only">{words.shell.offlineSpoken}</span>
    </>
  )
}
