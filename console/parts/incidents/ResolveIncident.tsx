import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { IncidentRow } from '../../../shared/protocol/incident.ts'
import { words } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../Dialog.tsx'
import { NewsForm } from './NewsForm.tsx'

interface ResolveIncidentProps {
  session: Session
  row: IncidentRow
  onClose: () => void
  again: () => void
}

/** The last word: what solved it, read by everybody and kept as the resolution of each. */
export function ResolveIncident({ session, row, onClose, again }: ResolveIncidentProps) {
  const { connection, unsaved } = session
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
  return (
    <Dialog title={words.incidents.resolveTitle} onClose={onClose}>
      <NewsForm
        form={form}
        label={words.incidents.solution}
        hint={words.incidents.resolveHint(row.tickets.open, row.tickets.talking)}
        rows={4}
        send={words.incidents.resolve}
        onCancel={onClose}
      />
    </Dialog>
  )
}
