import { words as laterWords } from '../../later-words.ts'
import type { Form } from '../../models/form.ts'
import type { WrittenRules } from '../../models/waiting-rules.ts'
import { Field } from '../../parts/Field.tsx'
import { NumberInput } from '../../parts/NumberInput.tsx'

interface MinutesFieldProps {
  form: Form<WrittenRules>
  name: Exclude<keyof WrittenRules, 'atOnce' | 'isShut' | 'notice'>
  label: string
  hint?: string | undefined
}

/** A time in minutes; nothing is never. */
export const MinutesField = ({ form, name, label, hint }: MinutesFieldProps) => (
  <Field label={`${label} (${laterWords.rules.minutes})`} hint={hint} error={form.errors.value[name]}>
    {(ids) => <NumberInput ids={ids} value={form.values.value[name]} onWritten={(value) => form.set({ [name]: value })} />}
  </Field>
)
