import { X } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { newId } from '../../shared/client/ids.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { LinkedTicket, RelatedTicket, TicketView } from '../../shared/protocol/ticket.ts'
import type { Act } from '../../shared/protocol.ts'
import { words as laterWords } from '../later-words.ts'
import type { Session } from '../models/session.ts'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'
import { LinkDialog } from './LinkDialog.tsx'

interface LinkedTicketsProps {
  view: TicketView
  state: Conversation
  session: Session
  again: () => void
}

const relations = ['parent', 'part', 'problem', 'caused', 'merged'] as const

/** What a ticket has to do with others, and the way to say so. */
export function LinkedTickets({ view, state, session, again }: LinkedTicketsProps) {
  const [isLinking, setLinking] = useState(false)
  const original = state.ticket.code === 'duplicate' ? view.duplicateOf : null
  const merged = new Set(view.related.flatMap(({ is, conversation }) => (is === 'merged' ? [conversation] : [])))
  const duplicates = view.duplicates.filter(({ conversation }) => !merged.has(conversation))
  return (
    <section class="card linked-tickets" aria-label={laterWords.related.title}>
      {original && <Group name={words.wrapUp.duplicateOf} tickets={[original]} />}
      {duplicates.length > 0 && <Group name={words.wrapUp.duplicates} tickets={duplicates} />}
      {relations.map((is) => {
        const tickets = view.related.filter((one) => one.is === is)
        if (tickets.length === 0) return null
        return (
          <Group key={is} name={laterWords.related.is[is]} tickets={tickets}>
            {(ticket) => <Undo ticket={ticket} own={state.id} session={session} again={again} />}
          </Group>
        )
      })}
      <button type="button" class="link" onClick={() => setLinking(true)}>
        {laterWords.related.act}
      </button>
      {isLinking && <LinkDialog session={session} state={state} onClose={() => setLinking(false)} again={again} />}
    </section>
  )
}

interface GroupProps<T> {
  name: string
  tickets: readonly T[]
  children?: (ticket: T) => ComponentChildren
}

const Group = <T extends LinkedTicket>({ name, tickets, children }: GroupProps<T>) => (
  <>
    <h2>{name}</h2>
    <ul>
      {tickets.map((ticket) => (
        <li key={ticket.conversation}>
          <a class="id" href={linkTo({ at: 'ticket', number: ticket.number })}>
            {ticket.label}
          </a>
          <span>{ticket.subject}</span>
          <span class="badge">{words.tickets.statuses[ticket.status]}</span>
          {children?.(ticket)}
        </li>
      ))}
    </ul>
  </>
)

interface UndoProps {
  ticket: RelatedTicket
  /** The conversation of the page that it stands on. */
  own: string
  session: Session
  again: () => void
}

/** Takes a link away, from whichever of both says it; a merger is taken back where it was made. */
function Undo({ ticket: { is, conversation, label }, own, session: { connection, notices }, again }: UndoProps) {
  const act = (where: string, what: Act) => connection.ask('conversation:act', { conversation: where, id: newId(), act: what }).then(again)
  const undo = () => {
    if (is === 'merged') {
      act(conversation, { kind: 'unmerge' }).then(
        () => notices.done(laterWords.related.separated, () => act(conversation, { kind: 'merge', into: own })),
        notices.refused,
      )
      return
    }
    const as = is === 'parent' || is === 'part' ? 'parent' : 'problem'
    const [where, to] = is === 'parent' || is === 'problem' ? [own, conversation] : [conversation, own]
    act(where, { kind: 'unlink', as }).then(
      () => notices.done(laterWords.related.unlinked, () => act(where, { kind: 'link', to, as })),
      notices.refused,
    )
  }
  const name = is === 'merged' ? laterWords.related.separate(label) : laterWords.related.unlink(label)
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={undo}>
      <X aria-hidden="true" />
    </button>
  )
}
