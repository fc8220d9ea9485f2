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
  const { people: found, state } = useFound(session, looked, suggested)
  if (isNew) return <Newcomer form={form} />
  const written = looked.trim()
  // Nobody is somebody new before it is known who there is: a quick Enter would make a second person of the first.
  const options = [
    ...found.map((one) => ({ id: one.id, text: one.name, hint: aboutIn(one, session) })),
    ...(written && state !== 'looking' ? [{ id: newcomer, text: words.calls.newPerson(written) }] : []),
  ]
  const hint = state === 'unreached' ? words.calls.personUnreached : person ? aboutIn(person, session) : words.calls.personHint
  return (
    <Field label={words.calls.person} hint={hint} error={form.errors.value.person}>
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

interface Found {
  people: readonly KnownRequester[]
  /** What this is the answer to. */
  to: string
  isReached: boolean
}

function useFound({ connection }: Session, looked: string, suggested: readonly KnownRequester[]) {
  const written = looked.trim().slice(0, 100)
  const [found, setFound] = useState<Found>({ people: [], to: '', isReached: true })
  useEffect(() => {
    if (written.length < 2) return
    let wanted = true
    const keep = (people: readonly KnownRequester[], isReached: boolean) => wanted && setFound({ people, to: written, isReached })
    const ask = () =>
      connection.ask('requesters:find', { words: written }).then(
        ({ people }) => keep(people, true),
        () => keep([], false),
      )
    let stop = () => {}
    const timer = setTimeout(() => {
      if (connection.state.peek().kind !== 'online') keep([], false)
      stop = connection.onBack(() => void ask())
    }, pauseMs)
    return () => {
      wanted = false
      clearTimeout(timer)
      stop()
    }
  }, [connection, written])
  if (!written) return { people: suggested, state: 'found' } as const
  if (written.length < 2) return { people: [], state: 'found' } as const
  // Who was found for the letters before stands until there is more.
  return { people: found.people, state: found.to !== written ? 'looking' : found.isReached ? 'found' : 'unreached' } as const
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
