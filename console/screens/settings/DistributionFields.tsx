import { assignments, methods } from '../../../shared/team-routing.ts'
import { words as laterWords } from '../../later-words.ts'
import { type Seconds, type Weight, type WrittenDistribution, weights, writtenUsualWeights } from '../../models/distribution.ts'
import type { Form } from '../../models/form.ts'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import { NumberInput } from '../../parts/NumberInput.tsx'

/** How a line is given out, as it is written. */
export function DistributionFields({ form }: { form: Form<WrittenDistribution> }) {
  const { method, assignment, declineReasons, languageFirst } = form.values.value
  const told = laterWords.distribution
  return (
    <>
      <Choice label={told.method} value={method} words={told.methods} from={methods} choose={(value) => form.set({ method: value })} />
      <Choice
        label={told.assignment}
        value={assignment}
        words={told.assignments}
        from={assignments}
        choose={(value) => form.set({ assignment: value })}
      />
      <NumberField form={form} name="offerSeconds" />
      <NumberField form={form} name="reofferAfterSeconds" />
      <NumberField form={form} name="pacingSeconds" />
      <Field label={told.declineReasons} hint={told.declineReasonsHint} error={form.errors.value.declineReasons}>
        {(ids) => (
          <textarea {...ids} rows={4} value={declineReasons} onInput={(event) => form.set({ declineReasons: event.currentTarget.value })} />
        )}
      </Field>
      <fieldset class="group">
        <legend>{told.who}</legend>
        <label class="check">
          <input type="checkbox" checked={languageFirst} onChange={(event) => form.set({ languageFirst: event.currentTarget.checked })} />
          {told.languageFirst}
        </label>
        <NumberField form={form} name="widenAfterSeconds" />
        <NumberField form={form} name="keepForSeconds" />
      </fieldset>
      <fieldset class="group">
        <legend>{told.weights}</legend>
        <p class="hint">{told.weightsHint}</p>
        {weights.map((name) => (
          <NumberField key={name} form={form} name={name} />
        ))}
        <div class="row">
          <button type="button" class="button" onClick={() => form.set(writtenUsualWeights())}>
            {told.usualWeights}
          </button>
        </div>
      </fieldset>
    </>
  )
}

function NumberField({ form, name }: { form: Form<WrittenDistribution>; name: Seconds | Weight }) {
  const [label, hint] = laterWords.distribution.numbers[name]
  return (
    <Field label={label} hint={hint} error={form.errors.value[name]}>
      {(ids) => <NumberInput ids={ids} value={form.values.value[name]} onWritten={(value) => form.set({ [name]: value })} />}
    </Field>
  )
}
