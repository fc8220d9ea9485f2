import { CalendarClock, Hourglass, ListChecks, MessageSquare, Pause, Ticket, TrendingUp } from 'lucide-preact'
import type { Duty } from '../../../shared/hand-over.ts'
import type { HandedItem } from '../../../shared/protocol/hand-over.ts'
import { ticketLabel } from '../../../shared/ticket.ts'
import { momentFrom } from '../../../shared/ui/times.ts'
import { words } from '../../later-words.ts'
import type { ConsoleClock } from '../../models/clock.ts'

/** Whose conversation it is, and what it is about. */
export const HandedTitle = ({ item: { requester, subject, number } }: { item: HandedItem }) => (
  <span class="handed-title">
    <b>{requester}</b> <span class="what">{subject}</span> <span class="id">{ticketLabel(number)}</span>
  </span>
)

/** What is owed there, the most pressing first. */
export function Duties({ item, clock }: { item: HandedItem; clock: ConsoleClock }) {
  const now = clock.now.value
  // Who waits in a chat is told by that alone.
  const told = item.duties.filter((duty) => duty !== 'chat' || !item.duties.includes('waits'))
  return (
    <p class="duties">
      {told.map((duty) => {
        const Icon = icons[duty]
        const until = duty === 'promise' ? item.promise?.until : duty === 'held' ? item.hold?.until : null
        const isLate = duty === 'promise' && until && Date.parse(until) < now
        return (
          <span key={duty} class={isLate ? 'badge p1' : duty === 'promise' || duty === 'waits' ? 'badge p2' : 'badge'}>
            <Icon aria-hidden="true" />
            {[words.handOver.duties[duty], until ? momentFrom(until, now) : ''].filter(Boolean).join(' ')}
          </span>
        )
      })}
    </p>
  )
}

const icons: Record<Duty, typeof Ticket> = {
  promise: CalendarClock,
  waits: Hourglass,
  held: Pause,
  chat: MessageSquare,
  guide: ListChecks,
  work: TrendingUp,
  sent: TrendingUp,
  ticket: Ticket,
}
