import type { Act } from '../../shared/protocol.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import type { Visible } from '../../shared/visible.ts'
import { words } from '../incident-words.ts'
import { knownFor, useKnown } from '../models/known.ts'
import type { Visit } from '../models/visit.ts'
import { Known } from './Known.tsx'

/** Below a request that waits or was left: what many have now, or that this one is noted among them. */
export function CauseCard({ visit, state, act }: { visit: Visit; state: Visible; act(act: Act): void }) {
  const known = useKnown(visit)
  if (state.incident) return state.status === 'unrouted' ? <Noted visit={visit} state={state} act={act} /> : null
  if (state.status !== 'waiting') return null
  return (
    <>
      {knownFor(known, state.topic).map((incident) => (
        <Known key={incident.id} incident={incident}>
          <button type="button" class="button wide" onClick={() => act({ kind: 'join-incident', incident: incident.id })}>
            {words.leaveLine}
          </button>
          <small>{words.whyLeave}</small>
        </Known>
      ))}
    </>
  )
}

function Noted({ visit, state, act }: { visit: Visit; state: Visible; act(act: Act): void }) {
  return (
    <div class="place">
      <p>
        <strong>{words.noted(ticketLabel(state.number))}</strong>
      </p>
      <small>{words.stays}</small>
      {visit.reception.value?.open ? (
        <button type="button" class="link" onClick={() => act({ kind: 'ask-person' })}>
          {words.person}
        </button>
      ) : null}
    </div>
  )
}
