import type { DeskNumber, WrittenNumbers } from '../../models/desk-numbers.ts'
import type { Form } from '../../models/form.ts'
import { Field } from '../../parts/Field.tsx'
import { words } from '../../words.ts'

/** Some of the numbers the desk is run by. */
export function NumberFields({ form, names }: { form: Form<WrittenNumbers>; names: readonly DeskNumber[] }) {
  return (
    <>
      {names.map((name) => (
        <Field key={name} label={words.settings.numbers[name][0]} hint={words.settings.numbers[name][1]} error={form.errors.value[name]}>
          {(ids) => (
            <input
              {...ids}
              class="short num"
              inputMode="numeric"
              value={form.values.value[name]}
              onInput={(event) => form.set({ [name]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
    </>
  )
}
