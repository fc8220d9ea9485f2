import { ArrowDown, ArrowUp, Trash2, TriangleAlert } from 'lucide-preact'
import { type GuidePicture, type GuideStep, outcomes } from '../../../shared/guide.ts'
import type { Flaw } from '../../../shared/guide-flaws.ts'
import type { Pictures } from '../../../shared/ui/GuidePicture.tsx'
import { words as laterWords } from '../../later-words.ts'
import { emptyChoice, moved, withChanged, withPicture } from '../../models/guide-writing.ts'
import type { Notices } from '../../models/notices.ts'
import { Field } from '../../parts/Field.tsx'
import { GuideStepPicture } from './GuideStepPicture.tsx'
import { GuideWay } from './GuideWay.tsx'

interface GuideStepFieldsProps {
  guide: string
  step: GuideStep
  number: number
  steps: readonly GuideStep[]
  flaws: Flaw[]
  pictures: () => Promise<Pictures>
  notices: Notices
  onChange: (steps: GuideStep[]) => void
  /** As they stand when something is taken back. */
  stepsNow: () => readonly GuideStep[]
}

/** One step as it is written: its words, its answers and where they lead, and what is missing. */
export function GuideStepFields({ guide, step, number, steps, flaws, pictures, notices, onChange, stepsNow }: GuideStepFieldsProps) {
  const called = laterWords.guides.step(number, step.title)
  const set = (change: Partial<GuideStep>) => onChange(withChanged(stepsNow(), step.id, change))
  const setPicture = (picture: GuidePicture | null) =>
    onChange(stepsNow().map((one) => (one.id === step.id ? withPicture(one, picture) : one)))
  const remove = () => {
    onChange(steps.filter(({ id }) => id !== step.id))
    notices.done(laterWords.guides.stepRemoved, async () => onChange(stepsNow().toSpliced(number - 1, 0, step)))
  }
  return (
    <li>
      <details class="panel guide-step" open={steps.length < 4 || !step.title}>
        <summary>
          {called}
          {flaws.length > 0 && <TriangleAlert aria-label={laterWords.guides.flawCount(flaws.length)} />}
        </summary>
        {/* Where the picture of the step may be dropped and pasted. */}
        <section class="stack">
          {flaws.length > 0 && (
            <ul class="flaws">
              {[...new Set(flaws.map(({ what }) => what))].map((what) => (
                <li key={what} class="error">
                  {laterWords.guides.flaws[what]}
                </li>
              ))}
            </ul>
          )}
          <Field label={laterWords.guides.title}>
            {(ids) => <input {...ids} maxLength={160} value={step.title} onInput={(event) => set({ title: event.currentTarget.value })} />}
          </Field>
          <Field label={laterWords.guides.text} hint={laterWords.guides.textHint}>
            {(ids) => (
              <textarea
                {...ids}
                rows={3}
                maxLength={2000}
                value={step.text}
                onInput={(event) => set({ text: event.currentTarget.value })}
              />
            )}
          </Field>
          <GuideStepPicture guide={guide} step={step} pictures={pictures} notices={notices} set={setPicture} />
          <div class="in-a-row">
            <Field label={laterWords.guides.command}>
              {(ids) => (
                <input
                  {...ids}
                  class="code"
                  maxLength={500}
                  spellcheck={false}
                  value={step.command}
                  onInput={(event) => set({ command: event.currentTarget.value })}
                />
              )}
            </Field>
            <Field label={laterWords.guides.minutes}>
              {(ids) => (
                <input
                  {...ids}
                  class="short"
                  type="number"
                  min={1}
                  max={480}
                  value={step.minutes ?? ''}
                  onInput={(event) => set({ minutes: minutesIn(event.currentTarget.value) })}
                />
              )}
            </Field>
          </div>
          <Ways step={step} steps={steps} set={set} />
          <div class="buttons">
            <IconVerb name={laterWords.guides.up(called)} press={() => onChange(moved(steps, step.id, -1))} isIdle={number === 1}>
              <ArrowUp aria-hidden="true" />
            </IconVerb>
            <IconVerb
              name={laterWords.guides.down(called)}
              press={() => onChange(moved(steps, step.id, 1))}
              isIdle={number === steps.length}
            >
              <ArrowDown aria-hidden="true" />
            </IconVerb>
            <IconVerb name={laterWords.guides.removeStep(called)} press={remove}>
              <Trash2 aria-hidden="true" />
            </IconVerb>
          </div>
        </section>
      </details>
    </li>
  )
}

interface WaysProps {
  step: GuideStep
  steps: readonly GuideStep[]
  set: (change: Partial<GuideStep>) => void
}

function Ways({ step, steps, set }: WaysProps) {
  const { choices } = step
  return (
    <fieldset class="guide-ways">
      <legend>{laterWords.guides.leads}</legend>
      {choices.map((choice, at) => (
        <div key={choice.id} class="own-answer">
          <input
            aria-label={laterWords.guides.choice(at + 1)}
            placeholder={laterWords.guides.choice(at + 1)}
            maxLength={80}
            value={choice.label}
            onInput={(event) => set({ choices: withChanged(choices, choice.id, { label: event.currentTarget.value }) })}
          />
          <GuideWay
            label={laterWords.guides.choiceLeads(at + 1)}
            step={step}
            steps={steps}
            way={choice.way}
            onChange={(way) => way && set({ choices: withChanged(choices, choice.id, { way }) })}
          />
          <IconVerb
            name={laterWords.guides.removeChoice(choice.label || String(at + 1))}
            press={() => set({ choices: choices.filter(({ id }) => id !== choice.id) })}
          >
            <Trash2 aria-hidden="true" />
          </IconVerb>
        </div>
      ))}
      {outcomes.map((outcome) => (
        <div key={outcome} class="usual-answer">
          <span>{laterWords.guides.answers[outcome]}</span>
          <GuideWay
            label={laterWords.guides.answerLeads(laterWords.guides.answers[outcome])}
            step={step}
            steps={steps}
            way={step.ways[outcome]}
            optional
            onChange={(way) => set({ ways: { ...step.ways, [outcome]: way } })}
          />
        </div>
      ))}
      {choices.length < 6 && (
        <button type="button" class="link" onClick={() => set({ choices: [...choices, emptyChoice(choices)] })}>
          {laterWords.guides.addChoice}
        </button>
      )}
    </fieldset>
  )
}

function IconVerb({
  name,
  press,
  isIdle = false,
  children,
}: {
  name: string
  press: () => void
  isIdle?: boolean
  children: preact.JSX.Element
}) {
  return (
    <button
      type="button"
      class="icon-button"
      title={name}
      aria-label={name}
      aria-disabled={isIdle}
      onClick={() => (isIdle ? undefined : press())}
    >
      {children}
    </button>
  )
}

function minutesIn(written: string): number | null {
  const minutes = Math.round(Number(written))
  return minutes >= 1 && minutes <= 480 ? minutes : null
}
