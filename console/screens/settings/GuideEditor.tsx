import { Plus } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import type { GuideContent } from '../../../shared/guide.ts'
import { type Flaw, flawsOf } from '../../../shared/guide-flaws.ts'
import type { Guide } from '../../../shared/protocol/guide.ts'
import { words as laterWords } from '../../later-words.ts'
import { contentOf, writeGuide } from '../../models/guide-form.ts'
import { usePictures } from '../../models/guide-pictures.ts'
import { emptyStep } from '../../models/guide-writing.ts'
import type { Session } from '../../models/session.ts'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { GuideEditions } from './GuideEditions.tsx'
import { GuideFields } from './GuideFields.tsx'
import { GuideFigures } from './GuideFigures.tsx'
import { GuideToFile } from './GuideFile.tsx'
import { GuidePreview } from './GuidePreview.tsx'
import { GuideStepFields } from './GuideStepFields.tsx'
import { RemoveButton } from './RemoveButton.tsx'

interface GuideEditorProps {
  session: Session
  id: string
  /** As it is kept; null for a new one, which begins with `content`. */
  known: Guide | null
  content?: GuideContent
  /** Under which name this browser keeps what is not saved yet; by its id where nothing is said. */
  unsavedAs?: string
  onReload?: () => void
  onClose: () => void
}

/** Writes one guide, step by step, beside what its reader will see; what is missing is said at the step. */
export function GuideEditor({ session, id, known, content, unsavedAs = id, onReload, onClose }: GuideEditorProps) {
  const { notices } = session
  const [guide, setGuide] = useState(known)
  const [writing] = useState(() => writeGuide(session, { id, known, content, unsavedAs, onKept: setGuide, onGone: onClose }))
  const { form } = writing
  const written = form.values.value
  const draft = contentOf(written)
  const flaws = flawsOf(draft)
  const steps = useRef<HTMLOListElement>(null)
  const pictures = usePictures(session)
  const add = () => form.set({ steps: [...written.steps, emptyStep(written.steps)] })

  const publish = async () => {
    if (flaws.length > 0) {
      notices.tell(laterWords.guides.flawCount(flaws.length), 'bad')
      showFirstFlaw(steps.current)
      return
    }
    try {
      const done = await writing.publish()
      if (done?.edition) notices.tell(laterWords.guides.published(done.edition))
    } catch (error) {
      notices.refused(error)
    }
  }
  const withdraw = () => writing.withdraw().then(() => notices.done(laterWords.guides.withdrawn, () => writing.publish()), notices.refused)

  return (
    <div class="guide-writing">
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <header class="page-head">
          <h2>{written.name || laterWords.guides.add}</h2>
          <div class="buttons">
            <GuideToFile session={session} content={draft} />
            {guide?.edition && (
              <button type="button" class="button" onClick={() => void withdraw()}>
                {laterWords.guides.withdraw}
              </button>
            )}
            <button type="button" class="button primary" onClick={() => void publish()}>
              {laterWords.guides.publish}
            </button>
          </div>
        </header>
        <Standing guide={guide} flaws={flaws} />
        <GuideFields session={session} form={form} />
        <ol class="guide-steps" ref={steps}>
          {written.steps.map((step, at) => (
            <GuideStepFields
              key={step.id}
              step={step}
              number={at + 1}
              steps={written.steps}
              flaws={flaws.filter((flaw) => flaw.step === step.id)}
              guide={id}
              pictures={pictures}
              notices={notices}
              onChange={(changed) => form.set({ steps: changed })}
              stepsNow={() => form.values.peek().steps}
            />
          ))}
        </ol>
        <button type="button" class="button" onClick={add}>
          <Plus aria-hidden="true" /> {laterWords.guides.addStep}
        </button>
        <FormFoot form={form} {...(onReload && { onReload })} canDiscard>
          {guide && <RemoveButton remove={writing.remove} onDone={onClose} />}
        </FormFoot>
      </form>
      <aside aria-label={laterWords.guides.preview}>
        <GuidePreview content={draft} pictures={pictures} />
        {known && <GuideFigures session={session} guide={id} />}
        {guide && <GuideEditions guide={guide} session={session} form={form} />}
      </aside>
    </div>
  )
}

/** What people are guided by now, and what keeps the present text from it. */
function Standing({ guide, flaws }: { guide: Guide | null; flaws: Flaw[] }) {
  const whole = flaws.filter(({ step }) => step === null)
  return (
    <p class="hint" role="status">
      {guide?.edition
        ? guide.isChanged
          ? laterWords.guides.changed(guide.edition)
          : laterWords.guides.edition(guide.edition)
        : laterWords.guides.draft}
      {flaws.length > 0 && ` · ${laterWords.guides.flawCount(flaws.length)}`}
      {whole.map(({ what }) => ` ${laterWords.guides.flaws[what]}`)}
    </p>
  )
}

function showFirstFlaw(steps: HTMLElement | null) {
  const step = steps?.querySelector('.flaws')?.closest('details')
  if (!step) return
  step.open = true
  step.querySelector<HTMLElement>('input')?.focus()
}
