import { CircleCheck, ExternalLink } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import type { Session } from '../../models/session.ts'
import { Availability } from '../../parts/Availability.tsx'
import { words } from '../../words.ts'

/** A rehearsal: ask on the demo page, and answer here. */
export function TryStep({ session }: { session: Session }) {
  const { desk, setup } = session
  const board = desk.board.value
  const isDone = setup.state.value?.done.try ?? false
  useEffect(() => {
    if (!isDone) void setup.load()
  }, [board?.line.length, board?.offers.length, board?.mine.length])
  return (
    <div class="stack">
      <ol class="try-steps">
        <li>
          {words.setup.tryAvailable}
          <Availability desk={desk} />
        </li>
        <li>
          {words.setup.tryAsk}
          <a class="button" href="/demo" target="_blank" rel="noopener">
            <ExternalLink aria-hidden="true" />
            {words.setup.openDemo}
          </a>
        </li>
        <li>{words.setup.tryAnswer}</li>
      </ol>
      <p class={isDone ? 'said good' : 'said'} role="status">
        {isDone && <CircleCheck aria-hidden="true" />}
        {isDone ? words.setup.tryDone : words.setup.tryWaiting}
      </p>
    </div>
  )
}
