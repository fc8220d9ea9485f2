import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { IncidentRow } from '../../../shared/protocol/incident.ts'
import { useGuard } from '../../../shared/ui/useGuard.tsx'
import { words } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import { guardNow } from '../../models/guard.ts'
import { asField, momentIn } from '../../models/incident-form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../Field.tsx'
import { FormFoot } from '../FormFoot.tsx'
import { NextField } from './IncidentFields.tsx'

interface TellAllProps {
  session: Session
  row: IncidentRow
  again: () => void
}

/** News that is written once and comes to everybody; how far it got is seen below it. */
export function TellAll({ session, row, again }: TellAllProps) {
  const { connection, unsaved } = session
  const guard = useGuard({ rules: guardNow.value, isAgent: true })
  const [form] = useState(() =>
    createForm(
      { text: '', next: asField(row.nextBy), asIs: false, id: newId() },
      {
        unsaved: unsaved.of(`incident-news:${row.id}`),
        check: ({ text }) => ({ text: text.trim() ? null : words.incidents.missing }),
        save: async ({ text, next, asIs, id }) => {
          await connection.ask('incident:tell', {
            incident: row.id,
            id,
            text: text.trim(),
            nextBy: momentIn(next),
            ...(asIs && { asIs: true }),
          })
          again()
        },
        // Another id for the next one: this one is told.
        saved: () => form.fillIn({ text: '', asIs: false, id: newId() }),
      },
    ),
  )
  const { text, next } = form.values.value
  const { open } = row.tickets
  const send = (safe: string, asIs?: true) => {
    form.set({ text: safe, asIs: asIs === true })
    void form.submit()
  }
  return (
    <section class="card" aria-label={words.incidents.tell}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          guard.pass(form.values.peek().text, send)
        }}
      >
        <Field label={words.incidents.tell} hint={words.incidents.tellHint} error={form.errors.value.text}>
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              maxLength={2000}
              value={text}
              onInput={(event) => {
                guard.drop()
                form.set({ text: event.currentTarget.value })
              }}
            />
          )}
        </Field>
        {guard.warning}
        <NextField value={next} onChange={(value) => form.set({ next: value })} />
        <FormFoot form={form} label={open > 0 ? words.incidents.send(open) : words.incidents.sendNobody} />
      </form>
    </section>
  )
}
