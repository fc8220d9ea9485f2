import type { ConsoleClock } from '../models/clock.ts'
import { asWait, toneOf } from '../models/time.ts'
import { words } from '../words.ts'

/** A wait that ticks. Its colour is never alone: the number grows beside it, and the word is read aloud. */
export function Wait({ since, clock, meaning }: { since: string; clock: ConsoleClock; meaning: string }) {
  const ms = clock.now.value - Date.parse(since)
  const tone = toneOf(ms)
  return (
    <time class={`wait-clock num ${tone}`} dateTime={since} title={`${meaning}, ${words.chats.clockWords[tone]}`}>
      {asWait(ms)}
      <span class="sr-only">
        {' '}
        {meaning}, {words.chats.clockWords[tone]}
      </span>
    </time>
  )
}
