import type { Conversation } from '../../shared/conversation.ts'
import type { LinkedTicket, TicketView } from '../../shared/protocol/ticket.ts'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'

/** The ticket that this one repeats, and those that repeat it. */
export function LinkedTickets({ view, state }: { view: TicketView; state: Conversation }) {
  const original = state.ticket.code === 'duplicate' ? view.duplicateOf : null
  if (!original && view.duplicates.length === 0) return null
  return (
    <section class="card linked-tickets">
      {original && (
        <>
          <h2>{words.wrapUp.duplicateOf}</h2>
          <Links tickets={[original]} />
        </>
      )}
      {view.duplicates.length > 0 && (
        <>
          <h2>{words.wrapUp.duplicates}</h2>
          <Links tickets={view.duplicates} />
        </>
      )}
    </section>
  )
}

const Links = ({ tickets }: { tickets: readonly LinkedTicket[] }) => (
  <ul>
    {tickets.map(({ conversation, number, label, subject, status }) => (
      <li key={conversation}>
        <a class="id" href={linkTo({ at: 'ticket', number })}>
          {label}
        </a>{' '}
        {subject} <span class="badge">{words.tickets.statuses[status]}</span>
      </li>
    ))}
  </ul>
)
