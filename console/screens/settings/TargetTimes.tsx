import { useId } from 'preact/hooks'
import { targets } from '../../../shared/target.ts'
import { words as laterWords } from '../../later-words.ts'
import type { Form } from '../../models/form.ts'
import { priorities, type TimeField, type WrittenTargets } from '../../models/target-form.ts'
import { PriorityMark } from '../../parts/marks.tsx'
import { words } from '../../words.ts'

/** Within what time each target is met, priority by priority. */
export function TargetTimes({ form }: { form: Form<WrittenTargets> }) {
  const told = laterWords.targets
  const hint = useId()
  return (
    <fieldset class="group">
      <legend>{told.times}</legend>
      <table class="target-times">
        <thead>
          <tr>
            <th scope="col">
              <span class="sr-only">{words.tickets.priority}</span>
            </th>
            {targets.map((target) => (
              <th key={target} scope="col">
                {told.names[target]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {priorities.map((priority) => (
            <tr key={priority}>
              <th scope="row">
                <PriorityMark priority={priority} />
              </th>
              {targets.map((target) => (
                <td key={target}>
                  <Time form={form} name={`${target}${priority}`} label={told.field(told.names[target], priority)} hint={hint} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint" id={hint}>
        {told.timesHint}
      </p>
    </fieldset>
  )
}

function Time({ form, name, label, hint }: { form: Form<WrittenTargets>; name: TimeField; label: string; hint: string }) {
  const id = useId()
  const error = form.errors.value[name]
  return (
    <>
      <input
        class="num"
        aria-label={label}
        aria-describedby={error ? `${id} ${hint}` : hint}
        aria-invalid={Boolean(error)}
        maxLength={12}
        autocomplete="off"
        value={form.values.value[name]}
        onInput={(event) => form.set({ [name]: event.currentTarget.value })}
      />
      {error && (
        <p class="error" id={id}>
          {error}
        </p>
      )}
    </>
  )
}
