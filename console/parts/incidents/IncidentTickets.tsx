import { useEffect, useState } from 'preact/hooks'
import type { IncidentRow } from '../../../shared/protocol/incident.ts'
import type { TicketPage } from '../../../shared/protocol/ticket-list.ts'
import { words } from '../../later-words.ts'
import { everything } from '../../models/narrowing.ts'
import type { Session } from '../../models/session.ts'
import { asAgo } from '../../models/time.ts'
import { go, linkTo } from '../../router.ts'
import { words as deskWords } from '../../words.ts'

const shown = 50

/** Who is part of it and how each stands, the latest first; counted anew as they come. */
export function IncidentTickets({ session, row, turn }: { session: Session; row: IncidentRow; turn: number }) {
  const { connection, tickets, clock } = session
  const [page, setPage] = useState<TicketPage | null>(null)
  useEffect(() => {
    let wanted = true
    connection.ask('ticket:list', { filters: { incident: row.id }, sort: 'number', limit: shown }).then(
      (answer) => wanted && setPage(answer),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [connection, row.id, turn])
  const showList = () => {
    void tickets.show({ ...everything, filters: { incident: row.id } })
    go({ at: 'tickets' })
  }
  return (
    <section class="card incident-tickets" aria-label={words.incidents.tickets}>
      <h2>
        {words.incidents.tickets} <span class="num">{row.tickets.all}</span>
      </h2>
      <p class="hint" role="status">
        {row.tickets.all === 0 ? words.incidents.noTickets : words.incidents.counts(row.tickets.open, row.tickets.talking)}
      </p>
      <ul>
        {page?.rows.map(({ conversation, number, label, requester, status, changedAt }) => (
          <li key={conversation}>
            <a class="id" href={linkTo({ at: 'ticket', number })}>
              {label}
            </a>
            <span class="who">{requester.name}</span>
            <span class="badge">{deskWords.tickets.statuses[status]}</span>
            <time dateTime={changedAt}>{asAgo(clock.now.value - Date.parse(changedAt))}</time>
          </li>
        ))}
      </ul>
      {row.tickets.all > 0 && (
        <button type="button" class="link" onClick={showList}>
          {words.incidents.showList}
        </button>
      )}
    </section>
  )
}
