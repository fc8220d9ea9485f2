import type { AgentChat } from '../../shared/client/chat.ts'
import type { Conversation } from '../../shared/conversation.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { useLater } from '../../shared/ui/later.ts'
import { nameIn } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'
import { Answers } from './Answers.tsx'
import { loadDialogs } from './dialogs.ts'
import { PriorityMark } from './marks.tsx'
import { RecapCard } from './RecapCard.tsx'
import { type Classify, TicketFields } from './TicketFields.tsx'

/** The ticket of a chat: its number, how pressing it is, and its fields. */
export function TicketCard({ chat, session, state }: { chat: AgentChat; session: Session; state: Conversation }) {
  const { desk, notices } = session
  const { ticket } = state
  const dialogs = useLater(loadDialogs)
  const classify = (change: Classify) => void chat.act({ kind: 'classify', ...change }).catch(notices.refused)
  return (
    <>
      <section class="card">
        <h2 class="ticket-head">
          <a class="id" href={linkTo({ at: 'ticket', number: state.number })}>
            {ticketLabel(state.number)}
          </a>
          <PriorityMark priority={ticket.priority} long />
          <span class="badge">{words.tickets.statuses[ticket.status]}</span>
        </h2>
        <RecapCard key={state.id} session={session} state={state} />
        <TicketFields session={session} ticket={ticket} nameOf={nameIn(chat, desk)} classify={classify}>
          {dialogs && state.status !== 'ended' && <dialogs.NeedsField needs={state.needs} onDone={(needs) => classify({ needs })} />}
        </TicketFields>
        <Answers answers={state.answers} />
        {dialogs && <dialogs.MoreCards chat={chat} session={session} state={state} />}
      </section>
      {dialogs && <dialogs.StepsTaken chat={chat} session={session} state={state} />}
    </>
  )
}
