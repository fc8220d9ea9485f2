import { useEffect, useState } from 'preact/hooks'
import type { KnownRequester } from '../../../shared/protocol/call.ts'
import { momentFrom } from '../../../shared/ui/times.ts'
import { words } from '../../later-words.ts'
import type { CallForm } from '../../models/call-log.ts'
import type { Session } from '../../models/session.ts'
import { Combobox } from '../Combobox.tsx'
import { Field } from '../Field.tsx'

const pauseMs = 200
const newcomer = 'new'

interface CallerFieldProps {
  form: CallForm
  session: Session
  /** Whose number it may be; shown while nobody is looked for. */
  suggested: readonly KnownRequester[]
}

/** Who it was: somebody who asked before, or somebody new. */
export function CallerField({ form, session, suggested }: CallerFieldProps) {
  const { person, isNew } = form.values.value
  const [looked, setLooked] = useState('')
  const found = useFound(session, looked, suggested)
  if (isNew) return <Newcomer form={form} />
  const written = looked.trim()
  const options = [
    ...found.map((one) => ({ id: one.id, text: one.name, hint: aboutIn(one, session) })),
    ...(written ? [{ id: newcomer, text: words.calls.newPerson(written) }] : []),
  ]
  return (
    <Field label={words.calls.person} hint={person ? aboutIn(person, session) : words.calls.personHint} error={form.errors.value.person}>
      {(ids) => (
        <Combobox
          ids={ids}
          text={person?.name ?? ''}
          options={options}
          chosen={person?.id ?? null}
          onLook={setLooked}
          onChoose={(id) => {
            if (id === newcomer) form.set({ person: null, isNew: true, ...beginningOf(written) })
            else form.set({ person: found.find((one) => one.id === id) ?? null })
          }}
        />
      )}
    </Field>
  )
}

/** What was looked for is a number, an address or a name. */
function beginningOf(written: string) {
  if (/^\+?[\d\s()./-]{3,}$/.test(written)) return { phone: written }
  return written.includes('@') ? { email: written } : { name: written }
}

function useFound({ connection }: Session, looked: string, suggested: readonly KnownRequester[]): readonly KnownRequester[] {
  const [found, setFound] = useState<readonly KnownRequester[]>([])
  useEffect(() => {
    let wanted = true
    const ask = () =>
      connection.ask('requesters:find', { words: looked.trim().slice(0, 100) }).then(
        ({ people }) => wanted && setFound(people),
        () => wanted && setFound([]),
      )
    const timer = looked.trim().length > 1 ? setTimeout(() => void ask(), pauseMs) : undefined
    if (!timer) setFound([])
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [connection, looked])
  return looked.trim() ? found : suggested
}

const aboutIn = ({ email, phone, verified, lastAt }: KnownRequester, { clock }: Session) =>
  [
    email,
    phone,
    verified ? words.calls.verified : null,
    lastAt ? words.calls.known(momentFrom(lastAt, clock.now.peek())) : words.calls.neverSeen,
  ]
    .filter(Boolean)
    .join(' · ')

function Newcomer({ form }: { form: CallForm }) {
  const { name, email, phone } = form.values.value
  const errors = form.errors.value
  return (
    <fieldset class="newcomer">
      <legend>{words.calls.newPerson('')}</legend>
      <Field label={words.calls.name} error={errors.name}>
        {(ids) => (
          <input
            {...ids}
            // The field in which he was looked for is gone.
            ref={focusOnce}
            maxLength={120}
            autoComplete="off"
            value={name}
            onInput={({ currentTarget }) => form.set({ name: currentTarget.value })}
          />
        )}
      </Field>
      <div class="two">
        <Field label={words.calls.email} error={errors.email}>
          {(ids) => (
            <input
              {...ids}
              type="email"
              maxLength={254}
              autoComplete="off"
              value={email}
              onInput={({ currentTarget }) => form.set({ email: currentTarget.value })}
            />
          )}
        </Field>
        <Field label={words.calls.phone} error={errors.phone}>
          {(ids) => (
            <input
              {...ids}
              type="tel"
              maxLength={40}
              autoComplete="off"
              value={phone}
              onInput={({ currentTarget }) => form.set({ phone: currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <button type="button" class="link" onClick={() => form.set({ isNew: false })}>
        {words.calls.instead}
      </button>
    </fieldset>
  )
}

function focusOnce(input: HTMLInputElement | null) {
  if (input && document.activeElement === document.body) input.focus()
}
