import { ends, type GuideStep, type Way } from '../../../shared/guide.ts'
import { words as laterWords } from '../../later-words.ts'
import { readWay, writtenWay } from '../../models/guide-writing.ts'

interface GuideWayProps {
  /** Where nothing stands beside it. */
  label?: string
  step: GuideStep
  steps: readonly GuideStep[]
  way: Way | null
  /** Whether the answer need not be offered at all. */
  optional?: boolean
  onChange: (way: Way | null) => void
}

/** Where an answer leads: below, to another step, or to an end. */
export function GuideWay({ label, step, steps, way, optional = false, onChange }: GuideWayProps) {
  return (
    <select aria-label={label} value={writtenWay(way)} onChange={(event) => onChange(readWay(event.currentTarget.value))}>
      {optional && <option value="">{laterWords.guides.notOffered}</option>}
      <option value="next">{laterWords.guides.next}</option>
      {ends.map((end) => (
        <option key={end} value={end}>
          {laterWords.guides.ends[end]}
        </option>
      ))}
      {steps.map((one, at) =>
        one.id === step.id ? null : (
          <option key={one.id} value={`step:${one.id}`}>
            {laterWords.guides.step(at + 1, one.title)}
          </option>
        ),
      )}
    </select>
  )
}
