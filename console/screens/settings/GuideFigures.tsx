import { useState } from 'preact/hooks'
import type { GuideFigures as Figures } from '../../../shared/protocol/guide.ts'
import { ticketLabel } from '../../../shared/ticket.ts'
import { words as guideWords } from '../../guide-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { linkTo } from '../../router.ts'

/** A figure that was pressed: the tickets behind it are shown. */
interface Shown {
  what: string
  tickets: number[]
}

/** What became of those who were led through a guide, and which tickets stand behind each number. */
export function GuideFigures({ session, guide }: { session: Session; guide: string }) {
  const asked = useAsked(session.connection, 'guides:figures', { guide })
  return (
    <section class="guide-figures">
      <Loading from={asked}>{(figures) => <Numbers figures={figures} />}</Loading>
    </section>
  )
}

function Numbers({ figures }: { figures: Figures }) {
  const [shown, show] = useState<Shown | null>(null)
  const { begun, alone, solved, escalated, person, givenUp, minutes, steps, days } = figures
  const rows: [what: string, tickets: number[]][] = [
    [guideWords.begun, begun],
    [guideWords.begunAlone, alone],
    [guideWords.solved, solved],
    [guideWords.escalated, escalated],
    [guideWords.person, person],
    [guideWords.left, givenUp],
  ]
  const figure = (what: string, tickets: number[]) => <Figure what={what} tickets={tickets} show={show} />
  return (
    <>
      <h3>{guideWords.figures(days)}</h3>
      {begun.length === 0 ? (
        <p class="hint">{guideWords.noFigures}</p>
      ) : (
        <>
          <dl>
            {rows.map(([what, tickets]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{figure(what, tickets)}</dd>
              </div>
            ))}
          </dl>
          {minutes !== null && <p class="hint">{guideWords.median(minutes)}</p>}
          <table>
            <thead>
              <tr>
                <th scope="col">{guideWords.title}</th>
                <th scope="col">{guideWords.stepTaken}</th>
                <th scope="col">{guideWords.stepSolves}</th>
                <th scope="col">{guideWords.left}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <tr key={step.id}>
                  <th scope="row">{step.title}</th>
                  <td>{figure(`${step.title}, ${guideWords.stepTaken}`, step.taken)}</td>
                  <td>{figure(`${step.title}, ${guideWords.stepSolves}`, step.solved)}</td>
                  <td>{figure(`${step.title}, ${guideWords.left}`, step.givenUp)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div role="status">{shown && <Tickets shown={shown} />}</div>
        </>
      )}
    </>
  )
}

function Figure({ what, tickets, show }: Shown & { show: (shown: Shown) => void }) {
  if (tickets.length === 0) return <>0</>
  return (
    <button type="button" class="link" aria-label={guideWords.tickets(what, tickets.length)} onClick={() => show({ what, tickets })}>
      {tickets.length}
    </button>
  )
}

const Tickets = ({ shown: { what, tickets } }: { shown: Shown }) => (
  <>
    <h4>{what}</h4>
    <ul>
      {[...new Set(tickets)].map((number) => (
        <li key={number}>
          <a href={linkTo({ at: 'ticket', number })}>{ticketLabel(number)}</a>
        </li>
      ))}
    </ul>
  </>
)
