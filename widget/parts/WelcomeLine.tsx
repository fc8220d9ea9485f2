import type { Welcome } from '../models/welcome.ts'
import { words } from '../words.ts'

/** Said before anyone waits. */
export function WelcomeLine({ welcome }: { welcome: Welcome }) {
  return (
    <p class={`welcome ${welcome.kind}`} role="status">
      {sentence(welcome)}
    </p>
  )
}

function sentence(welcome: Welcome): string {
  switch (welcome.kind) {
    case 'unknown':
      return words.reception.unknown
    case 'here':
      return [
        words.reception.here(welcome.count),
        welcome.minutes ? words.minutes(welcome.minutes) : words.reception.waiting(welcome.waiting),
      ].join(' · ')
    case 'nobody':
      return words.reception.nobody
    case 'closed':
      return welcome.notice ?? (welcome.opensAt ? words.reception.closedUntil(welcome.opensAt) : words.reception.closed)
  }
}
