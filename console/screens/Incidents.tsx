import { TriangleAlert } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import { momentFrom } from '../../shared/ui/times.ts'
import { words } from '../later-words.ts'
import { useAsked } from '../models/asked.ts'
import type { Session } from '../models/session.ts'
import { Loading } from '../parts/Loading.tsx'
import '../parts/incidents/styles.ts'
import { linkTo } from '../router.ts'
import { IncidentPage } from './IncidentPage.tsx'

/** What many people have at the same time; one of them, where that is named. */
export const Incidents = ({ session, shown }: { session: Session; shown: string | null }) =>
  shown ? <IncidentPage key={shown} session={session} incident={shown} /> : <AllIncidents session={session} />

/** Those that are open, and what is over for some days. */
function AllIncidents({ session }: { session: Session }) {
  const { connection, overlay } = session
  const asked = useAsked(connection, 'incident:list', {})
  useEffect(() => connection.on('incident:changed', asked.again), [connection])
  return (
    <main class="page incidents-page" id="content" tabIndex={-1}>
      <header class="page-head">
        <h1>{words.incidents.title}</h1>
        <button type="button" class="button primary" onClick={() => overlay.open('incident')}>
          {words.incidents.declare}
        </button>
      </header>
      <p class="hint">{words.incidents.about}</p>
      <Loading from={asked}>
        {({ incidents }) =>
          incidents.length === 0 ? (
            <div class="none-fits">
              <p>{words.incidents.none}</p>
              <p class="hint">{words.incidents.noneHint}</p>
            </div>
          ) : (
            <ul class="incident-list">
              {incidents.map(({ id, title, state, tickets, declaredAt, nextBy }) => (
                <li key={id}>
                  <a class="card" href={linkTo({ at: 'incidents', incident: id })}>
                    <TriangleAlert aria-hidden="true" />
                    <span class="what">
                      <b>{title}</b>
                      <small>
                        {[
                          words.incidents.since(momentFrom(declaredAt, Date.now())),
                          state === 'open' && nextBy && words.incidents.next(momentFrom(nextBy, Date.now())),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </small>
                    </span>
                    <span class="num">{words.incidents.people(tickets.all)}</span>
                    <span class={state === 'open' ? 'badge open' : 'badge'}>{words.incidents.states[state]}</span>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Loading>
    </main>
  )
}
