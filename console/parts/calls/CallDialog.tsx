import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { callChannels } from '../../../shared/call.ts'
import { words } from '../../later-words.ts'
import { createCallLog, minutesSince } from '../../models/call-log.ts'
import { callIn, firstSlot, freeSlot, halfLogged, openedLog, type Slot, titleOf, writeDown } from '../../models/half-logged.ts'
import { callsNow } from '../../models/incoming-calls.ts'
import type { Session } from '../../models/session.ts'
import { words as everyday } from '../../words.ts'
import { CategoryChooser } from '../CategoryChooser.tsx'
import { Dialog } from '../Dialog.tsx'
import { Field } from '../Field.tsx'
import { FormFoot } from '../FormFoot.tsx'
import { CallerField } from './CallerField.tsx'
import { CallGuide } from './CallGuide.tsx'
import { CallOutcomeFields } from './CallOutcomeFields.tsx'
import { CallSteps } from './CallSteps.tsx'
import { Radios } from './Radios.tsx'

/** Who called or came by, what it was about and what came of it: written down while one talks, kept until it is logged. */
export function CallDialog({ session }: { session: Session }) {
  const [first] = useState(() => firstSlot(session))
  useEffect(() => openedLog.close, [])
  const slot = openedLog.now.value ?? first
  return (
    <Dialog title={words.calls.title} onClose={session.overlay.close}>
      <Halves key={`beside ${slot}`} slot={slot} session={session} />
      <CallLog key={slot} slot={slot} session={session} />
    </Dialog>
  )
}

interface CallLogProps {
  slot: Slot
  session: Session
}

/** What else is half written, and the way there, or to an empty log where this one was begun before. */
function Halves({ slot, session }: CallLogProps) {
  const [halves] = useState(() => halfLogged(session))
  const others = halves.filter((one) => one.slot !== slot)
  const wasBegun = halves.length > others.length
  if (halves.length === 0) return null
  return (
    <p class="half-logged">
      {others.length > 0 && <span class="hint">{words.calls.halves}</span>}
      {others.map((one) => (
        <button key={one.slot} type="button" class="link" onClick={() => writeDown(session, one.slot)}>
          {titleOf(one.values)}
        </button>
      ))}
      {wasBegun && (
        <button type="button" class="link" onClick={() => writeDown(session, freeSlot(session, crypto.randomUUID()))}>
          {words.calls.another}
        </button>
      )}
    </p>
  )
}

function CallLog({ slot, session }: CallLogProps) {
  const { desk, categories, clock } = session
  const [form] = useState(() => createCallLog(session, slot))
  const suggested = callsNow.value.find(({ id }) => id === callIn(slot))?.people ?? []
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => void categories.load(), [categories])
  // Who it is comes first, and whoever opens this has no hand free: he writes on at once. The dialog has taken the focus by then.
  useLayoutEffect(() => {
    queueMicrotask(() => place.current?.querySelector<HTMLElement>('[role=combobox], .newcomer input')?.focus())
  }, [])
  const values = form.values.value
  const errors = form.errors.value
  const texts = words.calls
  const guess = minutesSince(values.began, clock.now.value)
  return (
    <form
      ref={place}
      class="stack call-log"
      noValidate
      onSubmit={(event) => void form.submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        event.currentTarget.requestSubmit()
      }}
    >
      <Radios
        label={texts.channel}
        from={callChannels}
        words={everyday.tickets.channels}
        value={values.channel}
        choose={(channel) => form.set({ channel })}
      />
      <CallerField form={form} session={session} suggested={suggested} />
      <div class="two">
        <Field label={texts.topic} error={errors.topic}>
          {(ids) => (
            <select {...ids} value={values.topic} onChange={({ currentTarget }) => form.set({ topic: currentTarget.value })}>
              <option value="">{texts.noTopic}</option>
              {desk.teams.value.map(({ id, name, topics }) => (
                <optgroup key={id} label={name}>
                  {topics.map((topic) => (
                    <option key={topic.id} value={topic.id}>
                      {topic.name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        {categories.open.value.length > 0 && (
          <Field label={everyday.tickets.category} error={errors.category}>
            {(ids) => (
              <CategoryChooser session={session} ids={ids} chosen={values.category} onChoose={(category) => form.set({ category })} />
            )}
          </Field>
        )}
      </div>
      <Field label={texts.asked} hint={texts.askedHint} error={errors.asked}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={2000}
            value={values.asked}
            onInput={({ currentTarget }) => form.set({ asked: currentTarget.value })}
          />
        )}
      </Field>
      <CallGuide form={form} session={session} />
      <CallSteps form={form} />
      <CallOutcomeFields form={form} session={session} />
      <Field label={texts.minutes} hint={guess ? texts.minutesHint(guess) : undefined} error={errors.minutes}>
        {(ids) => (
          <input
            {...ids}
            class="short"
            type="number"
            min={1}
            max={1440}
            value={values.minutes ?? ''}
            onInput={({ currentTarget }) => form.set({ minutes: currentTarget.value ? Number(currentTarget.value) : null })}
          />
        )}
      </Field>
      <p class="hint">{texts.later}</p>
      <FormFoot form={form} label={texts.save} keys="Ctrl+Enter">
        {form.isChanged.value && (
          <button
            type="button"
            class="button"
            onClick={({ currentTarget }) => {
              // It is gone with what was written.
              currentTarget.form?.querySelector<HTMLElement>('[role=combobox], input')?.focus()
              form.discard()
            }}
          >
            {texts.clear}
          </button>
        )}
      </FormFoot>
    </form>
  )
}
