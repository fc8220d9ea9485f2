import { useState } from 'preact/hooks'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { words } from '../../words.ts'

/** What I am called, for colleagues and for those who ask. */
export function NameForm({ session: { me, account, connection } }: { session: Session }) {
  const [form] = useState(() =>
    createForm(
      { name: me.name },
      {
        check: ({ name }) => ({ name: name.trim() ? null : words.shell.nameMissing }),
        save: async ({ name }) => account.renamed((await connection.ask('people:rename', { name: name.trim() })).name),
      },
    ),
  )
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <Field label={words.shell.yourName} error={form.errors.value.name}>
        {(ids) => (
          <input
            {...ids}
            autocomplete="name"
            maxLength={120}
            value={form.values.value.name}
            onInput={({ currentTarget }) => form.set({ name: currentTarget.value })}
          />
        )}
      </Field>
      <FormFoot form={form} />
    </form>
  )
}
