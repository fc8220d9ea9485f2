import { useState } from 'preact/hooks'
import type { GuideFigures as Figures } from '../../../shared/protocol/guide.ts'
import { ticketLabel } from '../../../shared/ticket.ts'
import { words as laterWords } from '../../later-words.ts'
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
    [laterWords.guides.begun, begun],
    [laterWords.guides.begunAlone, alone],
    [laterWords.guides.solved, solved],
    [laterWords.guides.escalated, escalated],
    [laterWords.guides.person, person],
    [laterWords.guides.left, givenUp],
  ]
  const figure = (what: string, tickets: number[]) => <Figure what={what} tickets={tickets} show={show} />
  return (
    <>
      <h3>{laterWords.guides.figures(days)}</h3>
      {begun.length === 0 ? (
        <p class="hint">{laterWords.guides.noFigures}</p>
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
          {minutes !== null && <p class="hint">{laterWords.guides.median(minutes)}</p>}
          <table>
            <thead>
              <tr>
                <th scope="col">{laterWords.guides.title}</th>
                <th scope="col">{laterWords.guides.stepTaken}</th>
                <th scope="col">{laterWords.guides.stepSolves}</th>
                <th scope="col">{laterWords.guides.left}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <tr key={step.id}>
                  <th scope="row">{step.title}</th>
                  <td>{figure(`${step.title}, ${laterWords.guides.stepTaken}`, step.taken)}</td>
                  <td>{figure(`${step.title}, ${laterWords.guides.stepSolves}`, step.solved)}</td>
                  <td>{figure(`${step.title}, ${laterWords.guides.left}`, step.givenUp)}</td>
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
    <button type="button" class="link" aria-label={laterWords.guides.tickets(what, tickets.length)} onClick={() => show({ what, tickets })}>
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
