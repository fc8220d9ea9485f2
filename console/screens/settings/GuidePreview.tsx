import { useState } from 'preact/hooks'
import type { End, GuideContent } from '../../../shared/guide.ts'
import { movedBy } from '../../../shared/guide-moves.ts'
import type { GuideRun, StepAnswer, Trodden } from '../../../shared/guide-run.ts'
import type { Pictures } from '../../../shared/ui/GuidePicture.tsx'
import { words as laterWords } from '../../later-words.ts'
import { useGuideCard } from '../../parts/guide-later.ts'

/** Where somebody who tries the guide out stands. */
interface Trial {
  at: string
  trail: (Trodden & { from: string })[]
  end: End | null
}

/** The guide as its reader will go through it; every answer leads where it will lead him. */
export function GuidePreview({ content, pictures }: { content: GuideContent; pictures: () => Promise<Pictures> }) {
  const card = useGuideCard()
  const first = content.steps[0]?.id ?? ''
  const [trial, setTrial] = useState<Trial>({ at: '', trail: [], end: null })
  // A step that was removed meanwhile leads back to the beginning.
  const isThere = content.steps.some(({ id }) => id === trial.at)
  const at = isThere ? trial.at : first
  const trail = isThere ? trial.trail : []
  const run: Pick<GuideRun, 'content' | 'at' | 'turn' | 'trail' | 'stuck'> = { content, at, trail, turn: trail.length, stuck: null }

  const answer = (given: StepAnswer) => {
    const move = movedBy(run, given)
    if (!move) return
    const { outcome, title, answer: label } = move
    const one = { step: at, from: at, title, outcome, ...(label && { answer: label }), by: 'me', at: '' }
    setTrial({ at: move.next ?? at, trail: [...trail, one], end: move.end })
  }
  const back = () => setTrial({ at: trail.at(-1)?.from ?? first, trail: trail.slice(0, -1), end: null })
  const again = () => setTrial({ at: first, trail: [], end: null })

  return (
    <section class="guide-preview">
      <header>
        <h3>{laterWords.guides.preview}</h3>
        {trail.length > 0 && (
          <button type="button" class="link" onClick={again}>
            {laterWords.guides.previewAgain}
          </button>
        )}
      </header>
      {card && !(isThere && trial.end) && (
        <card.GuideCard run={run} nameOf={() => ''} me="me" answer={answer} back={back} pictures={pictures} stuck={() => undefined} />
      )}
      {isThere && trial.end && (
        <p class="said" role="status">
          {laterWords.guides.previewEnds[trial.end]}
        </p>
      )}
    </section>
  )
}
