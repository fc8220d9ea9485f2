import { type Figures, figures } from '../../../shared/simulation.ts'
import { words as laterWords } from '../../later-words.ts'
import { asFigure, changeOf } from '../../models/figures.ts'

interface TrialTableProps {
  name: string
  present: Figures | null
  proposed: Figures | null
  /** Without a proposal there is one column. */
  isCompared: boolean
}

/** The figures of one team or of all: now, as proposed, and what changes. */
export function TrialTable({ name, present, proposed, isCompared }: TrialTableProps) {
  const told = laterWords.trying
  return (
    <div class="table-room">
      <table class="trial-table">
        <caption class="sr-only">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{told.figure}</th>
            {[told.present, ...(isCompared ? [told.proposed, told.change] : [])].map((head) => (
              <th key={head} scope="col" class="right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const [was, willBe] = [present?.[figure] ?? null, proposed?.[figure] ?? null]
            const change = changeOf(figure, was, willBe)
            return (
              <tr key={figure}>
                <th scope="row">{told.figures[figure]}</th>
                <td class="right num">{asFigure(figure, was)}</td>
                {isCompared && (
                  <>
                    <td class="right num">{asFigure(figure, willBe)}</td>
                    <td class={`right num ${change.isBetter === null ? '' : change.isBetter ? 'better' : 'worse'}`}>{change.text}</td>
                  </>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
