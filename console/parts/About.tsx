import { X } from 'lucide-preact'
import { ticketLabel } from '../../shared/ticket.ts'
import { nameIn } from '../models/names.ts'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'
import type { PaneProps } from './ChatPane.tsx'
import { PriorityMark } from './marks.tsx'
import { PersonCard } from './PersonCard.tsx'
import { TicketFields } from './TicketFields.tsx'

/** What a chat is about: its ticket, and who asks. */
export function About({ chat, session }: PaneProps) {
  const { chats, desk, notices } = session
  const state = chat.state.value
  if (!state) return null
  const { ticket } = state
  const isOpen = chats.about.value
  return (
    <section class={isOpen ? 'about open' : 'about'} aria-label={words.chats.about}>
      <div class="card">
        <h2 class="ticket-head">
          <a class="id" href={linkTo({ at: 'ticket', number: state.number })}>
            {ticketLabel(state.number)}
          </a>
          <PriorityMark priority={ticket.priority} long />
          <span class="badge">{words.tickets.statuses[ticket.status]}</span>
          <button type="button" class="icon-button narrow-only" aria-label={words.shell.close} onClick={chats.closeAbout}>
            <X aria-hidden="true" />
          </button>
        </h2>
        <TicketFields
          ticket={ticket}
          nameOf={nameIn(chat, desk)}
          classify={(change) => void chat.act({ kind: 'classify', ...change }).catch(notices.refused)}
        />
      </div>
      <PersonCard chat={chat} />
    </section>
  )
}
