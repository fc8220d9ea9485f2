import { X } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { outcomes } from '../../../shared/guide.ts'
import { words } from '../../later-words.ts'
import { type CallForm, mostSteps } from '../../models/call-log.ts'
import { words as everyday } from '../../words.ts'
import { Field } from '../Field.tsx'

/** What was done, step by step, with what came of each: they stand on the ticket as the steps taken. */
export function CallSteps({ form }: { form: CallForm }) {
  const { steps, nextStep } = form.values.value
  const field = useRef<HTMLInputElement>(null)
  const add = () => {
    const what = nextStep.trim()
    if (what && steps.length < mostSteps) form.set({ steps: [...steps, { what, outcome: 'done' }], nextStep: '' })
    field.current?.focus()
  }
  const change = (place: number, changed: Partial<(typeof steps)[number]>) =>
    form.set({ steps: steps.map((step, at) => (at === place ? { ...step, ...changed } : step)) })
  return (
    <div class="call-steps">
      {steps.length > 0 && (
        <ol aria-label={words.calls.done}>
          {steps.map(({ what, outcome }, place) => (
            <li key={place}>
              <input
                aria-label={words.calls.step(place + 1)}
                maxLength={160}
                value={what}
                onInput={({ currentTarget }) => change(place, { what: currentTarget.value })}
              />
              <select
                aria-label={words.calls.stepOutcome(place + 1)}
                value={outcome}
                onChange={({ currentTarget }) => change(place, { outcome: outcomes.find((one) => one === currentTarget.value) ?? 'done' })}
              >
                {outcomes.map((one) => (
                  <option key={one} value={one}>
                    {everyday.tickets.steps.outcomes[one]}
                  </option>
                ))}
              </select>
              <button
                type="button"
                class="icon-button"
                aria-label={words.calls.removeStep(what)}
                title={words.calls.removeStep(what)}
                onClick={() => {
                  form.set({ steps: steps.filter((_step, at) => at !== place) })
                  field.current?.focus()
                }}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ol>
      )}
      <Field label={words.calls.done} hint={words.calls.doneHint}>
        {(ids) => (
          <div class="add-step">
            <input
              {...ids}
              ref={field}
              maxLength={160}
              value={nextStep}
              onInput={({ currentTarget }) => form.set({ nextStep: currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !nextStep.trim()) return
                event.preventDefault()
                add()
              }}
            />
            <button type="button" class="button" onClick={add}>
              {words.calls.addStep}
            </button>
          </div>
        )}
      </Field>
    </div>
  )
}
