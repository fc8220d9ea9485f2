import { useEffect } from 'preact/hooks'
import type { TicketView } from '../../shared/protocol/ticket.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { words as laterWords } from '../later-words.ts'
import { tellAgent } from '../models/for-agent.ts'
import { nameAtDesk } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { asMoment } from '../models/time.ts'
import type { Printed } from '../models/whole-timeline.ts'
import { words } from '../words.ts'

interface PrintSheetProps {
  view: TicketView
  /** All of them, oldest first. */
  entries: readonly Printed[]
  session: Session
  onDone: () => void
}

/** A ticket as it is printed: nothing but it, whole. It is not on the screen, and gone when the printer has it. */
export function PrintSheet({ view, entries, session, onDone }: PrintSheetProps) {
  useEffect(() => {
    addEventListener('afterprint', onDone, { once: true })
    print()
    return () => removeEventListener('afterprint', onDone)
  }, [onDone])
  const { ticket, requester, team } = view
  const names = new Map([requester, ...view.names].map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? nameAtDesk(session.desk, id)
  const facts: [string, string | null][] = [
    [words.tickets.status, words.tickets.statuses[ticket.status]],
    [words.tickets.priority, words.chats.priorityLong(ticket.priority)],
    [words.tickets.category, session.categories.find(ticket.categoryId)?.path ?? ticket.category],
    [words.tickets.requester, [requester.name, requester.email].filter(Boolean).join(', ')],
    [words.tickets.team, team.name],
    [words.tickets.owner, ticket.communicationOwner && nameOf(ticket.communicationOwner)],
    [words.tickets.opened, asMoment(ticket.openedAt)],
    [words.tickets.resolvedAt, ticket.resolvedAt && asMoment(ticket.resolvedAt)],
    [words.tickets.outcome, ticket.code && words.tickets.codes[ticket.code]],
    [words.tickets.resolution, ticket.resolution],
    ...(view.conversation.answers ?? []).map(({ label, text }): [string, string] => [label, text]),
    [words.wrapUp.timeSpent, ticket.minutes ? words.wrapUp.spent(ticket.minutes) : null],
  ]
  return (
    <article class="print-sheet">
      <p class="id">{ticketLabel(ticket.number)}</p>
      <h1>{ticket.subject}</h1>
      <dl>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <h2>{words.tickets.timeline}</h2>
      {entries.map(({ entry, from }) => (
        <Line key={`${from} ${entry.lane} ${entry.seq}`} entry={entry} from={from} nameOf={nameOf} />
      ))}
    </article>
  )
}

function Line({ entry, from, nameOf }: Printed & { nameOf: (id: string) => string }) {
  const at = [from, asMoment(entry.at)].filter(Boolean).join(' · ')
  if (entry.kind !== 'said' && entry.kind !== 'noted') {
    const told = tellAgent(entry, nameOf)
    return told ? (
      <p class="print-event">
        {at} · {told}
      </p>
    ) : null
  }
  const files = entry.body?.files ?? []
  return (
    <section class={`print-${entry.kind}`}>
      <p class="print-who">
        <b>{nameOf(entry.by)}</b> {entry.kind === 'noted' && `(${laterWords.lists.internalNote}) `}
        <small>{at}</small>
      </p>
      <p class="print-text">{entry.body?.text}</p>
      {files.length > 0 && <p>{files.map(({ name }) => name).join(', ')}</p>}
    </section>
  )
}
