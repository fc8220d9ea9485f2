import { type Figures, figures } from '../../../shared/simulation.ts'
import { asFigure, changeOf } from '../../models/figures.ts'
import { words } from '../../words.ts'

interface TrialTableProps {
  name: string
  present: Figures
  proposed: Figures | null
}

/** The figures of one team or of all: now, as proposed, and what changes. */
export function TrialTable({ name, present, proposed }: TrialTableProps) {
  const told = words.trying
  return (
    <div class="table-room">
      <table class="trial-table">
        <caption class="sr-only">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{told.figure}</th>
            <th scope="col" class="right">
              {told.present}
            </th>
            <th scope="col" class="right">
              {told.proposed}
            </th>
            <th scope="col" class="right">
              {told.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const change = changeOf(figure, present[figure], proposed?.[figure] ?? null)
            return (
              <tr key={figure}>
                <th scope="row">{told.figures[figure]}</th>
                <td class="right num">{asFigure(figure, present[figure])}</td>
                <td class="right num">{asFigure(figure, proposed?.[figure] ?? null)}</td>
                <td class={`right num ${change.isBetter === null ? '' : change.isBetter ? 'better' : 'worse'}`}>{change.text}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
