import { useState } from 'preact/hooks'
import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import { useAsked } from '../models/asked.ts'
import type { Session } from '../models/session.ts'
import { asMoment } from '../models/time.ts'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'
import { Earlier } from './Earlier.tsx'
import { Loading } from './Loading.tsx'
import { PriorityMark } from './marks.tsx'

interface HistoryProps {
  /** The conversation that is looked at; the others are its history. */
  id: string
  requester: string
  session: Session
}

const most = 50

/** What this person asked before, the newest first, each to be read here. Only what I may see is listed. */
export function History({ id, requester, session }: HistoryProps) {
  const asked = useAsked(session.connection, 'ticket:list', { filters: { requester }, sort: 'opened', limit: most })
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Loading from={asked}>
      {({ rows }) => {
        const earlier = rows.filter(({ conversation }) => conversation !== id)
        if (earlier.length === 0) return <p class="empty card">{words.chats.noHistory}</p>
        return (
          <ol class="history">
            {earlier.map((row) => (
              <Row
                key={row.conversation}
                row={row}
                session={session}
                isOpen={open === row.conversation}
                toggle={() => setOpen(open === row.conversation ? null : row.conversation)}
              />
            ))}
          </ol>
        )
      }}
    </Loading>
  )
}

function Row({ row, session, isOpen, toggle }: { row: TicketRow; session: Session; isOpen: boolean; toggle: () => void }) {
  const subject = row.subject.map(({ text }) => text).join('')
  return (
    <li>
      <button type="button" class="history-row" aria-expanded={isOpen} onClick={toggle}>
        <span class="row">
          <span class="id">{row.label}</span>
          <PriorityMark priority={row.priority} />
          <span class="badge">{words.tickets.statuses[row.status]}</span>
        </span>
        <b>{subject || row.label}</b>
        <time class="num" dateTime={row.openedAt}>
          {asMoment(row.openedAt)}
          {row.communicationOwner && ` · ${row.communicationOwner.name}`}
        </time>
      </button>
      {isOpen && (
        <div class="earlier">
          <Earlier id={row.conversation} session={session} />
          <a href={linkTo({ at: 'ticket', number: row.number })}>{words.chats.openTicket(row.label)}</a>
        </div>
      )}
    </li>
  )
}
