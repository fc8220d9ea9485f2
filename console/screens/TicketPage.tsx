import { useComputed } from '@preact/signals'
import { ArrowLeft, CalendarClock, Download, TrendingUp } from 'lucide-preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { LinkedTicket, TicketView } from '../../shared/protocol/ticket.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { useLater } from '../../shared/ui/later.ts'
import { words as laterWords } from '../later-words.ts'
import { useAsked } from '../models/asked.ts'
import { possible } from '../models/conversation-rights.ts'
import { nameIn } from '../models/names.ts'
import { onPrintKey } from '../models/print-key.ts'
import type { Session } from '../models/session.ts'
import { takeThis } from '../models/take.ts'
import { asMoment } from '../models/time.ts'
import type { Printed } from '../models/whole-timeline.ts'
import { Answers } from '../parts/Answers.tsx'
import { DraftButtons } from '../parts/articles/DraftButtons.tsx'
import { ChatTimeline } from '../parts/ChatTimeline.tsx'
import { IncidentCard } from '../parts/incidents/IncidentCard.tsx'
import { LinkedTickets } from '../parts/LinkedTickets.tsx'
import { Loading } from '../parts/Loading.tsx'
import { PriorityMark, UnverifiedMark } from '../parts/marks.tsx'
import { PersonCard } from '../parts/PersonCard.tsx'
import { PrintSheet } from '../parts/PrintSheet.tsx'
import { PromiseBar } from '../parts/Promise.tsx'
import { RecapCard } from '../parts/RecapCard.tsx'
import { StepsTaken } from '../parts/StepsTaken.tsx'
import { TakeAlongDialog } from '../parts/TakeAlongDialog.tsx'
import { TargetBar } from '../parts/TargetBar.tsx'
import { TicketFields } from '../parts/TicketFields.tsx'
import { loadTogether } from '../parts/together.ts'
import { WorkCard } from '../parts/Work.tsx'
import { Writing } from '../parts/Writing.tsx'
import { go, linkTo } from '../router.ts'
import { words } from '../words.ts'

/** One ticket: its whole timeline, both lanes, and its fields. */
export function TicketPage({ session, number }: { session: Session; number: number }) {
  const asked = useAsked(session.connection, 'ticket:read', { number })
  return (
    <main class="page ticket-page" id="content" tabIndex={-1}>
      <p>
        <a class="back-link" href={linkTo({ at: 'tickets' })}>
          <ArrowLeft aria-hidden="true" /> {words.tickets.back}
        </a>
      </p>
      <Loading from={asked}>
        {(view) =>
          // An old number leads to where it goes on.
          view.mergedInto ? (
            <Survivor session={session} from={view} into={view.mergedInto} />
          ) : (
            <Ticket view={view} session={session} again={asked.again} />
          )
        }
      </Loading>
    </main>
  )
}

/** The ticket in which another one goes on, and which one led to it. */
function Survivor({ session, from, into }: { session: Session; from: TicketView; into: LinkedTicket }) {
  const asked = useAsked(session.connection, 'ticket:read', { number: into.number })
  return (
    <>
      <p class="said" role="status">
        {laterWords.related.led(ticketLabel(from.ticket.number))}
      </p>
      <Loading from={asked}>{(view) => <Ticket view={view} session={session} again={asked.again} />}</Loading>
    </>
  )
}

function Ticket({ view, session, again }: { view: TicketView; session: Session; again: () => void }) {
  const { chats, desk, notices, me } = session
  const { id } = view.conversation
  useEffect(() => chats.watch(id), [chats, id])
  const chat = chats.open.value.get(id)
  const state = chat?.state.value ?? view.conversation
  const hasCome = useComputed(() => Boolean(chats.open.value.get(id)?.entries.value.length)).value
  const { ticket } = state
  // Whose duplicate it is was said meanwhile, here or elsewhere: the other one's name is not in the timeline.
  const original = ticket.code === 'duplicate' ? ticket.duplicateOf : undefined
  useEffect(() => {
    if (original !== view.duplicateOf?.conversation) again()
  }, [original])
  const together = useLater(loadTogether)
  const [isTaking, setTaking] = useState(false)
  const [sheet, setSheet] = useState<Printed[] | null>(null)
  const now = { ...view, ticket, conversation: state }
  const close = () => setTaking(false)
  useEffect(() => onPrintKey(() => setTaking(true)), [])
  const printThis = (entries: Printed[]) => {
    close()
    setSheet(entries)
  }
  const printed = useCallback(() => setSheet(null), [])
  const can = possible(me, state)
  const isRunning = state.status === 'active' || state.status === 'held'
  const escalate = () => {
    chats.escalating.value = id
  }
  const promise = () => {
    chats.promising.value = id
  }
  const reopen = () => chat?.act({ kind: 'reopen' }).then(() => go({ at: 'chats', conversation: id }), notices.refused)

  return (
    <>
      <header class="page-head">
        <h1>{ticket.subject || ticketLabel(view.ticket.number)}</h1>
        <div class="buttons">
          <button type="button" class="button" onClick={() => setTaking(true)}>
            <Download aria-hidden="true" /> {laterWords.lists.takeAlong}
          </button>
          {chat && can.escalate && !ticket.escalation && (
            <button type="button" class="button" onClick={escalate}>
              <TrendingUp aria-hidden="true" /> {words.escalation.act}
            </button>
          )}
          {chat && can.promise && !ticket.promise && (
            <button type="button" class="button" onClick={promise}>
              <CalendarClock aria-hidden="true" /> {words.promises.act}
            </button>
          )}
          {isRunning && (
            <a class="button" href={linkTo({ at: 'chats', conversation: id })}>
              {words.tickets.openChat}
            </a>
          )}
          {can.take && (
            <button type="button" class="button primary" onClick={() => void takeThis(session, id)}>
              {words.tickets.take}
            </button>
          )}
          {chat && (ticket.status === 'resolved' || ticket.status === 'closed') && <DraftButtons session={session} />}
          {can.reopen && (
            <button type="button" class="button" onClick={() => void reopen()}>
              {words.tickets.reopen}
            </button>
          )}
        </div>
      </header>
      <p class="ticket-line">
        <span class="id">{ticketLabel(view.ticket.number)}</span>
        <PriorityMark priority={ticket.priority} long />
        <span class="badge">{words.tickets.statuses[ticket.status]}</span>
        {!state.verified && <UnverifiedMark />}
        <span>
          {view.requester.name} · {words.tickets.opened} {asMoment(ticket.openedAt)}
          {ticket.resolvedAt && ` · ${words.tickets.resolvedAt} ${asMoment(ticket.resolvedAt)}`}
        </span>
      </p>
      <RecapCard session={session} state={state} open />
      {chat && (
        <div class="ticket-body">
          <section class="pane" aria-label={words.tickets.timeline}>
            <TargetBar session={session} state={state} />
            <PromiseBar id={id} chat={chat} session={session} state={state} />
            {hasCome ? (
              <ChatTimeline id={id} chat={chat} session={session} requester={state.requester} />
            ) : (
              <p class="pick" role="status">
                {words.shell.loading}
              </p>
            )}
            <footer class="pane-foot">
              <Writing id={id} chat={chat} session={session} canReply={can.reply} />
            </footer>
          </section>
          <div class="ticket-side">
            <WorkCard chat={chat} session={session} state={state} />
            <section class="card" aria-label={words.tickets.fields}>
              <TicketFields
                session={session}
                ticket={ticket}
                nameOf={nameIn(chat, desk)}
                classify={(change) => void chat.act({ kind: 'classify', ...change }).catch(notices.refused)}
              />
              <Answers answers={state.answers} />
              <IncidentCard chat={chat} session={session} state={state} />
            </section>
            <StepsTaken chat={chat} session={session} state={state} />
            {together && <together.Beside id={id} chat={chat} session={session} />}
            <LinkedTickets view={view} state={state} session={session} again={again} />
            <PersonCard chat={chat} session={session} />
          </div>
        </div>
      )}
      {isTaking && <TakeAlongDialog view={now} session={session} onClose={close} onPrint={printThis} />}
      {sheet && <PrintSheet view={now} entries={sheet} session={session} onDone={printed} />}
    </>
  )
}
