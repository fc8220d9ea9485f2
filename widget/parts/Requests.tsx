import { ticketLabel } from '../../shared/ticket.ts'
import { ChevronRight, Ticket } from '../../shared/ui/icons.tsx'
import { textOf } from '../../shared/ui/text.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import type { Listed } from '../models/chats.ts'
import { standingOf } from '../models/standing.ts'
import { words } from '../talk-words.ts'

interface RequestsProps {
  conversations: readonly Listed[]
  open(conversation: string): void
}

/** My earlier conversations, to go on with. */
export function Requests({ conversations, open }: RequestsProps) {
  return (
    <section class="card rows" aria-label={words.requests.title}>
      <h2>{words.requests.title}</h2>
      <ul>
        {conversations.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => open(one.mergedInto ?? one.id)}>
              <Ticket size={16} aria-hidden="true" />
              <span class="what">
                <b>{textOf(one.subject) || ticketLabel(one.number)}</b>
                <small class="num">
                  {[ticketLabel(one.number), one.promise && words.news.by(momentFrom(one.promise.until, Date.now()))]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              {one.unread > 0 ? <span class="count num">{words.requests.unread(one.unread)}</span> : null}
              <span class={`status${one.ticketStatus === 'open' && standingOf(one) !== 'ended' ? '' : ' quiet'}`}>
                {words.requests[standingOf(one)]}
              </span>
              <ChevronRight size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
