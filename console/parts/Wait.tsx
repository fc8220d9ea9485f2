import { computed, type ReadonlySignal } from '@preact/signals'
import { useContext, useMemo } from 'preact/hooks'
import type { ConsoleClock } from '../models/clock.ts'
import { asAgo, asWait, toneOf } from '../models/time.ts'
import { words } from '../words.ts'
import { InSight } from './Rows.tsx'

/** A wait that ticks. Its colour is never alone: the number grows beside it, and the word is read aloud. */
export function Wait({ since, clock, meaning }: { since: string; clock: ConsoleClock; meaning: string }) {
  const begun = Date.parse(since)
  const tone = useTime(clock, begun, toneOf).value
  return (
    <time class={`wait-clock num ${tone}`} dateTime={since} title={`${meaning}, ${words.chats.clockWords[tone]}`}>
      {useTime(clock, begun, asWait)}
      <span class="sr-only">
        {' '}
        {meaning}, {words.chats.clockWords[tone]}
      </span>
    </time>
  )
}

/** How long ago something was. */
export function Ago({ since, clock }: { since: string; clock: ConsoleClock }) {
  return (
    <time class="num" dateTime={since} title={words.chats.lastChange}>
      {useTime(clock, Date.parse(since), asAgo)}
    </time>
  )
}

/**
 * What a clock tells of the time since then. Drawn as it is, each tick writes its letters anew and nothing else; and a clock
 * that nobody sees stands still until somebody does.
 */
export function useTime<T>(clock: ConsoleClock, since: number, told: (ms: number) => T): ReadonlySignal<T> {
  const inSight = useContext(InSight)
  return useMemo(() => {
    const now = () => (inSight.value ? clock.now.value : clock.now.peek())
    return computed(() => told(now() - since))
  }, [clock, since, told, inSight])
}
