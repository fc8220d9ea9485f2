import { MessagesSquare } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { RefusalCode } from '../../shared/refusal.ts'
import type { Account, Ended } from '../models/account.ts'
import { focusFirstWrong } from '../models/form.ts'
import { Field } from '../parts/Field.tsx'
import { words } from '../words.ts'

/** The door, with a word on why one stands before it again. */
export function SignIn({ account, because }: { account: Account; because: Ended | null }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<RefusalCode | null>(null)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!email || !password) return focusFirstWrong(event.currentTarget)
    setBusy(true)
    setRefusal(await account.signIn(email, password))
    setBusy(false)
  }

  return (
    <main class="door">
      <form class="door-card" noValidate onSubmit={(event) => void submit(event)}>
        <Brand />
        <h1>{words.shell.signInTo}</h1>
        {because && !refusal && <p class="said">{words.shell.ended[because]}</p>}
        {refusal && (
          <p class="said bad" role="alert">
            {words.refused[refusal]}
          </p>
        )}
        <Field label={words.shell.email} error={tried && !email ? words.shell.emailMissing : null}>
          {(ids) => (
            <input
              {...ids}
              ref={first}
              type="email"
              autocomplete="username"
              required
              value={email}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.shell.password} error={tried && !password ? words.shell.passwordMissing : null}>
          {(ids) => (
            <input
              {...ids}
              type="password"
              autocomplete="current-password"
              required
              value={password}
              onInput={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button primary" disabled={busy}>
          {busy ? words.shell.signingIn : words.shell.signIn}
        </button>
        <p class="hint">{words.shell.forgotten}</p>
      </form>
    </main>
  )
}

/** The product's mark and name. */
export function Brand() {
  return (
    <p class="brand-line">
      <span class="brand" aria-hidden="true">
        <MessagesSquare />
      </span>
      {words.shell.product}
    </p>
  )
}
