import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { IncidentRow } from '../../../shared/protocol/incident.ts'
import { useGuard } from '../../../shared/ui/useGuard.tsx'
import { words } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import { guardNow } from '../../models/guard.ts'
import { momentIn } from '../../models/incident-form.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../Dialog.tsx'
import { Field } from '../Field.tsx'
import { FormFoot } from '../FormFoot.tsx'
import { NextField } from './IncidentFields.tsx'

interface ReopenIncidentProps {
  session: Session
  row: IncidentRow
  onClose: () => void
  again: () => void
}

/** It was resolved too early: what everybody reads now, whose tickets are open again with it. */
export function ReopenIncident({ session, row, onClose, again }: ReopenIncidentProps) {
  const { connection, unsaved } = session
  const guard = useGuard({ rules: guardNow.value, isAgent: true })
  const [id] = useState(newId)
  const [form] = useState(() =>
    createForm(
      { text: '', next: '', asIs: false },
      {
        unsaved: unsaved.of(`incident-again:${row.id}`),
        check: ({ text }) => ({ text: text.trim() ? null : words.incidents.missing }),
        save: async ({ text, next, asIs }) => {
          const said = { incident: row.id, id, text: text.trim(), nextBy: momentIn(next), ...(asIs && { asIs: true as const }) }
          await connection.ask('incident:reopen', said)
          onClose()
          again()
        },
      },
    ),
  )
  const { text, next } = form.values.value
  const send = (safe: string, asIs?: true) => {
    form.set({ text: safe, asIs: asIs === true })
    void form.submit()
  }
  return (
    <Dialog title={words.incidents.reopenTitle} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          guard.pass(form.values.peek().text, send)
        }}
      >
        <Field label={words.incidents.reopenText} hint={words.incidents.reopenHint} error={form.errors.value.text}>
          {(ids) => (
            <textarea
              {...ids}
              rows={4}
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
        <FormFoot form={form} label={words.incidents.reopen} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
