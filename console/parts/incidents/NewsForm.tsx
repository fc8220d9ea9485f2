import type { ComponentChildren } from 'preact'
import { useGuard } from '../../../shared/ui/useGuard.tsx'
import type { Form } from '../../models/form.ts'
import { guardNow } from '../../models/guard.ts'
import { Field } from '../Field.tsx'
import { FormFoot } from '../FormFoot.tsx'

interface NewsFormProps {
  form: Form<{ text: string; asIs: boolean }>
  label: string
  hint: string
  rows: number
  send: string
  onCancel?: () => void
  /** What else is asked. */
  children?: ComponentChildren
}

/** What everybody of an incident is to read. What looks secret is asked about before it goes. */
export function NewsForm({ form, label, hint, rows, send, onCancel, children }: NewsFormProps) {
  const guard = useGuard({ rules: guardNow.value, isAgent: true })
  const pass = (safe: string, asIs?: true) => {
    form.set({ text: safe, asIs: asIs === true })
    void form.submit()
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        guard.pass(form.values.peek().text, pass)
      }}
    >
      <Field label={label} hint={hint} error={form.errors.value.text}>
        {(ids) => (
          <textarea
            {...ids}
            rows={rows}
            maxLength={2000}
            value={form.values.value.text}
            onInput={(event) => {
              guard.drop()
              form.set({ text: event.currentTarget.value })
            }}
          />
        )}
      </Field>
      {guard.warning}
      {children}
      <FormFoot form={form} label={send} {...(onCancel && { onCancel })} />
    </form>
  )
}
