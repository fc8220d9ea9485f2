import { meTooOf } from '../../shared/incident.ts'
import type { KnownIncident } from '../../shared/protocol/incident.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { words } from '../incident-words.ts'
import { knownFor, useKnown } from '../models/known.ts'
import type { Visit } from '../models/visit.ts'
import { Known } from './Known.tsx'

/** What many have now, before anybody asks about it once more. */
export function KnownIncidents({ visit, topic }: { visit: Visit; topic: string }) {
  const shown = knownFor(useKnown(visit), topic)
  const me = visit.me.value
  // The words of what is written in them come with those of talking.
  if (shown.length === 0 || !me || !visit.talk.value) return null
  const meToo = ({ id: incident, title }: KnownIncident) => void visit.ask(null, title, 'message', { incident }, meTooOf(incident, me.id))
  return (
    <section class="incidents" aria-label={words.title}>
      {shown.map((incident) => {
        const mine = incident.mine ?? mineOf(visit, incident.id)
        return (
          <Known key={incident.id} incident={incident}>
            {mine ? (
              <button type="button" class="button wide" onClick={() => visit.open(mine.conversation)}>
                {words.mine(ticketLabel(mine.number))}
              </button>
            ) : (
              <>
                <button type="button" class="button wide" onClick={() => meToo(incident)}>
                  {words.meToo}
                </button>
                <small>{words.why}</small>
              </>
            )}
          </Known>
        )
      })}
    </section>
  )
}

function mineOf({ conversations }: Visit, id: string) {
  const one = conversations.value?.find(({ incident }) => incident === id)
  return one && { conversation: one.id, number: one.number }
}
