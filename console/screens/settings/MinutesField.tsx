import type { Form } from '../../models/form.ts'
import type { WrittenRules } from '../../models/waiting-rules.ts'
import { Field } from '../../parts/Field.tsx'
import { words } from '../../words.ts'

interface MinutesFieldProps {
  form: Form<WrittenRules>
  name: Exclude<keyof WrittenRules, 'atOnce' | 'isShut'>
  label: string
  hint?: string | undefined
}

/** A time in minutes; nothing is never. */
export const MinutesField = ({ form, name, label, hint }: MinutesFieldProps) => (
  <Field label={`${label} (${words.rules.minutes})`} hint={hint} error={form.errors.value[name]}>
    {(ids) => (
      <input
        {...ids}
        class="short num"
        inputMode="decimal"
        maxLength={6}
        value={form.values.value[name]}
        onInput={(event) => form.set({ [name]: event.currentTarget.value })}
      />
    )}
  </Field>
)
