import { ArrowLeft } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import type { IncidentRow } from '../../shared/protocol/incident.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { Markdown } from '../../shared/ui/Markdown.tsx'
import { momentFrom } from '../../shared/ui/times.ts'
import { words } from '../later-words.ts'
import { useAsked } from '../models/asked.ts'
import type { Session } from '../models/session.ts'
import { EditIncident } from '../parts/incidents/EditIncident.tsx'
import { IncidentTickets } from '../parts/incidents/IncidentTickets.tsx'
import { NewsSoFar } from '../parts/incidents/NewsSoFar.tsx'
import { ReopenIncident } from '../parts/incidents/ReopenIncident.tsx'
import { ResolveIncident } from '../parts/incidents/ResolveIncident.tsx'
import { TellAll } from '../parts/incidents/TellAll.tsx'
import { Loading } from '../parts/Loading.tsx'
import { linkTo } from '../router.ts'

/** One incident: what is known, the word to everybody, and the tickets that are part of it, as they come. */
export function IncidentPage({ session, incident }: { session: Session; incident: string }) {
  const { connection } = session
  const asked = useAsked(connection, 'incident:read', { incident })
  useEffect(
    () => connection.on('incident:changed', (news) => (news.incident === incident ? asked.again() : undefined)),
    [connection, incident],
  )
  return (
    <main class="page wide incident-page" id="content" tabIndex={-1}>
      <p>
        <a class="back-link" href={linkTo({ at: 'incidents', incident: null })}>
          <ArrowLeft aria-hidden="true" /> {words.incidents.title}
        </a>
      </p>
      <Loading from={asked}>
        {({ incident: row, news }) => (
          <>
            <Head session={session} row={row} again={asked.again} />
            <div class="incident-body">
              <div class="stack">
                <section class="card" aria-label={words.incidents.text}>
                  <Markdown text={row.text} />
                </section>
                {row.state === 'open' && (row.mayLead ? <TellAll session={session} row={row} again={asked.again} /> : <NotYours />)}
                <NewsSoFar row={row} news={news} />
              </div>
              <IncidentTickets session={session} row={row} turn={asked.turn} />
            </div>
          </>
        )}
      </Loading>
    </main>
  )
}

const NotYours = () => <p class="hint">{words.incidents.notYours}</p>

function Head({ session, row, again }: { session: Session; row: IncidentRow; again: () => void }) {
  const [asking, setAsking] = useState<'edit' | 'resolve' | 'reopen' | null>(null)
  const close = () => setAsking(null)
  const now = Date.now()
  const facts = [
    words.incidents.by(row.declaredBy?.name ?? '', momentFrom(row.declaredAt, now)),
    row.team?.name,
    row.owner && row.owner.id !== row.declaredBy?.id && words.handOver.owner(row.owner.name),
    words.incidents.counts(row.tickets.open, row.tickets.talking),
    row.state === 'open' && row.nextBy && words.incidents.next(momentFrom(row.nextBy, now)),
  ]
  return (
    <>
      <header class="page-head">
        <h1>{row.title}</h1>
        <span class={row.state === 'open' ? 'badge open' : 'badge'}>{words.incidents.states[row.state]}</span>
        {row.mayLead && row.state === 'open' && (
          <div class="buttons">
            <button type="button" class="button" onClick={() => setAsking('edit')}>
              {words.incidents.edit}
            </button>
            <button type="button" class="button primary" onClick={() => setAsking('resolve')}>
              {words.incidents.resolve}
            </button>
          </div>
        )}
        {row.mayLead && row.reopensUntil && Date.parse(row.reopensUntil) > now && (
          <button type="button" class="button" onClick={() => setAsking('reopen')}>
            {words.incidents.reopen}
          </button>
        )}
      </header>
      <p class="ticket-line">
        <span>{facts.filter(Boolean).join(' · ')}</span>
        {row.origin !== null && (
          <a href={linkTo({ at: 'ticket', number: row.origin })}>{words.incidents.origin(ticketLabel(row.origin))}</a>
        )}
      </p>
      {asking === 'edit' && <EditIncident session={session} row={row} onClose={close} again={again} />}
      {asking === 'reopen' && <ReopenIncident session={session} row={row} onClose={close} again={again} />}
      {asking === 'resolve' && <ResolveIncident session={session} row={row} onClose={close} again={again} />}
    </>
  )
}
