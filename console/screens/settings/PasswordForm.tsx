import { useState } from 'preact/hooks'
import { createForm } from '../../models/form.ts'
import { least, leftOf } from '../../models/password.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { words } from '../../words.ts'

/** Another password, for whoever knows the present one. */
export function PasswordForm({ session }: { session: Session }) {
  const [turn, setTurn] = useState(0)
  const saved = () => {
    session.notices.tell(words.shell.passwordChanged)
    setTurn(turn + 1)
  }
  return <Fields key={turn} session={session} saved={saved} />
}

function Fields({ session: { me, account }, saved }: { session: Session; saved: () => void }) {
  const [form] = useState(() =>
    createForm(
      { present: '', password: '', again: '' },
      {
        check: ({ present, password, again }) => ({
          present: present ? null : words.shell.passwordMissing,
          password: leftOf(password) > 0 ? words.shell.passwordLeft(leftOf(password)) : null,
          again: again === password ? null : words.shell.passwordsDiffer,
        }),
        about: { 'not-your-password': 'present', 'weak-password': 'password' },
        save: ({ present, password }) => account.changePassword({ present, password }),
        saved,
      },
    ),
  )
  const field = (
    name: 'present' | 'password' | 'again',
    label: string,
    autocomplete: 'current-password' | 'new-password',
    hint?: string,
  ) => (
    <Field label={label} hint={hint} error={form.errors.value[name]}>
      {(ids) => (
        <input
          {...ids}
          type="password"
          autocomplete={autocomplete}
          maxLength={1000}
          value={form.values.value[name]}
          onInput={({ currentTarget }) => form.set({ [name]: currentTarget.value })}
        />
      )}
    </Field>
  )
  return (
    <form class="stack" noValidate aria-label={words.shell.changePassword} onSubmit={(event) => void form.submit(event)}>
      <h3>{words.shell.changePassword}</h3>
      <p class="hint">{words.shell.passwordHint}</p>
      {/* Password managers keep a password under the name that they see beside it. */}
      <input class="sr-only" type="email" autocomplete="username" readOnly tabIndex={-1} aria-hidden="true" value={me.email} />
      {field('present', words.shell.presentPassword, 'current-password')}
      {field('password', words.shell.anotherPassword, 'new-password', words.shell.passwordRule(least))}
      {field('again', words.shell.repeatPassword, 'new-password')}
      <FormFoot form={form} label={words.shell.changePassword} />
    </form>
  )
}
