import { useEffect, useRef, useState } from 'preact/hooks'
import { lookLanguages } from '../../shared/look.ts'
import type { Invitation } from '../../shared/protocol/accounts.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import type { Account } from '../models/account.ts'
import { focusFirstWrong } from '../models/form.ts'
import { spoken } from '../models/language.ts'
import { least, leftOf } from '../models/password.ts'
import { Field } from '../parts/Field.tsx'
import { go, linkTo } from '../router.ts'
import { words } from '../words.ts'
import { Brand } from './SignIn.tsx'

/** Whoever has a one-time link chooses a password here; the first administrator also an e-mail address. */
export function Welcome({ account, token }: { account: Account; token: string }) {
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [refusal, setRefusal] = useState<RefusalCode | null>(null)

  useEffect(() => {
    account.invitation(token).then(setInvitation, (error) => setRefusal(error instanceof Refused ? error.code : 'unavailable'))
  }, [account, token])

  return (
    <main class="door">
      <div class="door-card">
        <Brand />
        {refusal && (
          <>
            <h1>{words.shell.welcome}</h1>
            <p class="said bad" role="alert">
              {refusal === 'link-over' || refusal === 'not-found' ? words.shell.linkOver : words.refused[refusal]}
            </p>
            <a class="button" href={linkTo({ at: 'chats', conversation: null })}>
              {words.shell.toSignIn}
            </a>
          </>
        )}
        {!refusal && !invitation && <p role="status">{words.shell.loading}</p>}
        {!refusal && invitation && <Choosing account={account} token={token} invitation={invitation} />}
      </div>
    </main>
  )
}

function Choosing({ account, token, invitation }: { account: Account; token: string; invitation: Invitation }) {
  const isFirst = invitation.email === null
  // Nobody invited the first one by name, and colleagues will read what stands here.
  const [name, setName] = useState(isFirst ? '' : invitation.name)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<RefusalCode | null>(null)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])

  const left = leftOf(password)
  const wrong = {
    name: name.trim() ? null : words.shell.nameMissing,
    email: !isFirst || /^\S+@\S+$/.test(email) ? null : words.shell.emailMissing,
    password: left > 0 ? words.shell.passwordLeft(left) : null,
    again: again !== password ? words.shell.passwordsDiffer : null,
  }

  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return focusFirstWrong(event.currentTarget)
    setBusy(true)
    const refused = await account.accept({
      token,
      name: name.trim(),
      password,
      ...(isFirst ? { email: email.trim(), language: lookLanguages.find((one) => one === spoken.value) } : {}),
    })
    setBusy(false)
    setRefusal(refused)
    // Whoever comes first sets the desk up; whoever was invited finds it ready.
    if (!refused) go(isFirst ? { at: 'setup', step: null } : { at: 'chats', conversation: null })
  }

  return (
    <form noValidate class="stack" onSubmit={(event) => void submit(event)}>
      <h1>{isFirst ? words.shell.welcomeFirst : words.shell.welcomeBack(invitation.name)}</h1>
      {refusal && (
        <p class="said bad" role="alert">
          {words.refused[refusal]}
        </p>
      )}
      {isFirst ? (
        <Field label={words.shell.email} error={tried ? wrong.email : null}>
          {(ids) => (
            <input
              {...ids}
              ref={first}
              type="email"
              autocomplete="username"
              value={email}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : (
        // Password managers keep a password under the name that they see beside it.
        <input
          class="sr-only"
          type="email"
          autocomplete="username"
          readOnly
          tabIndex={-1}
          aria-hidden="true"
          value={invitation.email ?? ''}
        />
      )}
      <Field label={words.shell.yourName} error={tried ? wrong.name : null}>
        {(ids) => (
          <input
            {...ids}
            ref={isFirst ? null : first}
            autocomplete="name"
            maxLength={120}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={words.shell.newPassword} hint={words.shell.passwordRule(least)} error={tried ? wrong.password : null}>
        {(ids) => (
          <input
            {...ids}
            type="password"
            autocomplete="new-password"
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={words.shell.repeatPassword} error={tried ? wrong.again : null}>
        {(ids) => (
          <input
            {...ids}
            type="password"
            autocomplete="new-password"
            value={again}
            onInput={(event) => setAgain(event.currentTarget.value)}
          />
        )}
      </Field>
      <p class={left === 0 && password === again ? 'rule good' : 'rule'} role="status">
        {ruleOf(left, password, again)}
      </p>
      <button type="submit" class="button primary" disabled={busy}>
        {words.shell.begin}
      </button>
    </form>
  )
}

/** The rule, alive: what is still missing, and when it is enough. */
function ruleOf(left: number, password: string, again: string) {
  if (!password) return ''
  if (left > 0) return words.shell.passwordLeft(left)
  if (!again) return words.shell.passwordLongEnough
  return again === password ? words.shell.passwordsMatch : words.shell.passwordsDiffer
}
