import type { Comparison, Stretch } from '../../../shared/simulation.ts'
import { words as laterWords } from '../../later-words.ts'
import { asFigure } from '../../models/figures.ts'
import { asClock } from '../../models/time.ts'

const [width, height] = [480, 100]

/** How long people waited over the day, now and as proposed: two lines, and the same as a table. */
export function WaitPlot({ comparison: { present, proposed }, isByChance }: { comparison: Comparison; isByChance: boolean }) {
  const sides = [present.stretches, ...(proposed ? [proposed.stretches] : [])]
  const most = Math.max(1, ...sides.flat().map(({ p90 }) => p90 ?? 0))
  const [begin] = present.stretches
  const timeOf = ({ at }: Stretch) => (isByChance && begin ? asFigure('p90', (at - begin.at) / 1000) : asClock(new Date(at).toISOString()))
  const marks = [0, 0.25, 0.5, 0.75].flatMap((part) => present.stretches[part * present.stretches.length] ?? [])
  return (
    <figure class="wait-plot">
      <figcaption>
        {laterWords.trying.plot}
        <span class="key present">{laterWords.trying.present}</span>
        {proposed && <span class="key proposed">{laterWords.trying.proposed}</span>}
      </figcaption>
      <p class="scale num" aria-hidden="true">
        {asFigure('p90', most)}
      </p>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={laterWords.trying.plot}>
        {sides.map((stretches, place) => (
          <path key={place} class={place === 0 ? 'present' : 'proposed'} d={lineOf(stretches, most)} />
        ))}
      </svg>
      <p class="times num" aria-hidden="true">
        {marks.map((stretch) => (
          <span key={stretch.at}>{timeOf(stretch)}</span>
        ))}
      </p>
      <details>
        <summary>{laterWords.trying.plotTable}</summary>
        <PlotTable present={present.stretches} proposed={proposed?.stretches ?? null} timeOf={timeOf} />
      </details>
    </figure>
  )
}

interface PlotTableProps {
  present: readonly Stretch[]
  proposed: readonly Stretch[] | null
  timeOf: (stretch: Stretch) => string
}

function PlotTable({ present, proposed, timeOf }: PlotTableProps) {
  const told = laterWords.trying
  return (
    <div class="table-room">
      <table>
        <thead>
          <tr>
            <th scope="col">{told.came}</th>
            <th scope="col" class="right">
              {told.requests}
            </th>
            <th scope="col" class="right">
              {told.present}
            </th>
            {proposed && (
              <th scope="col" class="right">
                {told.proposed}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {present.map((stretch, place) => (
            <tr key={stretch.at} hidden={stretch.asked === 0}>
              <th scope="row">{timeOf(stretch)}</th>
              <td class="right num">{stretch.asked}</td>
              <td class="right num">{asFigure('p90', stretch.p90)}</td>
              {proposed && <td class="right num">{asFigure('p90', proposed[place]?.p90 ?? null)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A step for each stretch; where nobody came, nothing is drawn. */
function lineOf(stretches: readonly Stretch[], most: number): string {
  const step = width / stretches.length
  let isDown = false
  const parts = stretches.map(({ p90 }, place) => {
    if (p90 === null) {
      isDown = false
      return ''
    }
    const y = (height * (1 - p90 / most)).toFixed(1)
    const start = isDown ? `L${(place * step).toFixed(1)} ${y}` : `M${(place * step).toFixed(1)} ${y}`
    isDown = true
    return `${start}H${((place + 1) * step).toFixed(1)}`
  })
  return parts.join('')
}
