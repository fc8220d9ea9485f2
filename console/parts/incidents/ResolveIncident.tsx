import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { IncidentRow } from '../../../shared/protocol/incident.ts'
import { useGuard } from '../../../shared/ui/useGuard.tsx'
import { words } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import { guardNow } from '../../models/guard.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../Dialog.tsx'
import { Field } from '../Field.tsx'
import { FormFoot } from '../FormFoot.tsx'

interface ResolveIncidentProps {
  session: Session
  row: IncidentRow
  onClose: () => void
  again: () => void
}

/** The last word: what solved it, read by everybody and kept as the resolution of each. */
export function ResolveIncident({ session, row, onClose, again }: ResolveIncidentProps) {
  const { connection, unsaved } = session
  const guard = useGuard({ rules: guardNow.value, isAgent: true })
  const [id] = useState(newId)
  const [form] = useState(() =>
    createForm(
      { text: '', asIs: false },
      {
        unsaved: unsaved.of(`incident-end:${row.id}`),
        check: ({ text }) => ({ text: text.trim() ? null : words.incidents.missing }),
        save: async ({ text, asIs }) => {
          await connection.ask('incident:resolve', { incident: row.id, id, text: text.trim(), ...(asIs && { asIs: true }) })
          onClose()
          again()
        },
      },
    ),
  )
  const send = (safe: string, asIs?: true) => {
    form.set({ text: safe, asIs: asIs === true })
    void form.submit()
  }
  return (
    <Dialog title={words.incidents.resolveTitle} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          guard.pass(form.values.peek().text, send)
        }}
      >
        <Field
          label={words.incidents.solution}
          hint={words.incidents.resolveHint(row.tickets.open, row.tickets.talking)}
          error={form.errors.value.text}
        >
          {(ids) => (
            <textarea
              {...ids}
              rows={4}
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
        <FormFoot form={form} label={words.incidents.resolve} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
