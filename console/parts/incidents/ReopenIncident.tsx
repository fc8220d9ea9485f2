import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { IncidentRow } from '../../../shared/protocol/incident.ts'
import { words } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import { momentIn } from '../../models/incident-form.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../Dialog.tsx'
import { NextField } from './IncidentFields.tsx'
import { NewsForm } from './NewsForm.tsx'

interface ReopenIncidentProps {
  session: Session
  row: IncidentRow
  onClose: () => void
  again: () => void
}

/** It was resolved too early: what everybody reads now, whose tickets are open again with it. */
export function ReopenIncident({ session, row, onClose, again }: ReopenIncidentProps) {
  const { connection, unsaved } = session
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
  return (
    <Dialog title={words.incidents.reopenTitle} onClose={onClose}>
      <NewsForm
        form={form}
        label={words.incidents.reopenText}
        hint={words.incidents.reopenHint}
        rows={4}
        send={words.incidents.reopen}
        onCancel={onClose}
      >
        <NextField value={form.values.value.next} onChange={(next) => form.set({ next })} />
      </NewsForm>
    </Dialog>
  )
}
