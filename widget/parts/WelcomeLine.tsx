import { noticeIn } from '../../shared/notice.ts'
import type { Welcome } from '../models/welcome.ts'
import { spoken, words } from '../words.ts'

/** Said before anyone waits. */
export function WelcomeLine({ welcome }: { welcome: Welcome }) {
  return (
    <p class={`welcome ${welcome.kind === 'closed' && welcome.notices ? 'shut' : welcome.kind}`} role="status">
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
        ...(welcome.tooLong ? [words.reception.tooLong(welcome.tooLong.minutes)] : []),
      ].join(' · ')
    case 'full':
      return words.reception.full[welcome.refuge]
    case 'nobody':
      return words.reception.nobody
    case 'closed':
      if (welcome.notices) return noticeIn(welcome.notices, spoken)
      return welcome.opensAt ? words.reception.closedUntil(welcome.opensAt) : words.reception.closed
  }
}
