import type { HandOver } from '../../../shared/protocol/hand-over.ts'
import { momentFrom } from '../../../shared/ui/times.ts'
import { words } from '../../later-words.ts'
import type { HandOvers } from '../../models/hand-overs.ts'
import { countOf, declinersOf, nameOfTo } from '../../models/handed.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../Dialog.tsx'
import { Keys } from '../Keys.tsx'
import { DeclineForm } from './DeclineForm.tsx'
import { Duties, HandedTitle } from './Handed.tsx'
import { IncidentFacts, IncidentTitle, OtherIncidents } from './HandedIncidents.tsx'

interface TakeOverProps {
  handOver: HandOver
  handOvers: HandOvers
  session: Session
}

/** All that a colleague hands over, on one card. */
export function TakeOverDialog({ handOver, handOvers, session }: TakeOverProps) {
  const { me, clock } = session
  const { from, note, at, items, incidents, declines, state } = handOver
  const going = incidents.filter(({ goes }) => goes)
  const close = () => handOvers.open(null)
  const isMine = from.id === me.id
  const isDeclining = handOvers.declining.value && handOvers.isForMe(handOver)
  return (
    <Dialog title={words.handOver.takenTitle(from.name)} onClose={close}>
      <p class="hint">{words.handOver.meta(nameOfTo(handOver), momentFrom(at, clock.now.value))}</p>
      {declines.length > 0 && <p class="hint">{words.handOver.declinedBy(declinersOf(handOver))}</p>}
      {isDeclining && <DeclineForm handOver={handOver} handOvers={handOvers} />}
      {note && <blockquote class="handed-note">{note}</blockquote>}
      {items.length > 0 && (
        <ol class="handed">
          {items.map((item) => (
            <li key={item.conversation}>
              <HandedTitle item={item} />
              <Duties item={item} clock={clock} />
              {item.line && <p class="handed-line">{item.line}</p>}
            </li>
          ))}
        </ol>
      )}
      {going.length > 0 && (
        <section aria-label={words.handOver.incidents}>
          <h3 class="handed-head">{words.handOver.incidents}</h3>
          <ul class="handed">
            {going.map((incident) => (
              <li key={incident.incident}>
                <IncidentTitle incident={incident} />
                <IncidentFacts incident={incident} clock={clock} />
                {incident.line && <p class="handed-line">{incident.line}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <OtherIncidents incidents={incidents} clock={clock} />
      {!isDeclining && (
        <div class="buttons">
          {handOvers.isForMe(handOver) && (
            <button type="button" class="button" aria-keyshortcuts="Alt+X" onClick={() => handOvers.open(handOver, true)}>
              {words.handOver.decline}
              <Keys of="declineShift" />
            </button>
          )}
          {state === 'open' && isMine && (
            <button type="button" class="button" onClick={() => void handOvers.takeBack(handOver)}>
              {words.handOver.takeBack}
            </button>
          )}
          {state === 'open' && !isMine && (
            <button
              type="button"
              class="button primary"
              aria-keyshortcuts="Alt+G"
              autofocus
              onClick={() => void handOvers.accept(handOver)}
            >
              {words.handOver.acceptAll(countOf(handOver))}
              <Keys of="takeShift" />
            </button>
          )}
        </div>
      )}
    </Dialog>
  )
}
