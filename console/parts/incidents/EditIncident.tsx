import { useState } from 'preact/hooks'
import type { IncidentRow } from '../../../shared/protocol/incident.ts'
import { words } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import { asField, checkIncident, sentIncident } from '../../models/incident-form.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../Dialog.tsx'
import { FormFoot } from '../FormFoot.tsx'
import { IncidentFields } from './IncidentFields.tsx'

interface EditIncidentProps {
  session: Session
  row: IncidentRow
  onClose: () => void
  again: () => void
}

/** Says otherwise what it is, and for whom it is shown. Nobody is told of that. */
export function EditIncident({ session, row, onClose, again }: EditIncidentProps) {
  const { connection, notices, unsaved } = session
  const asked = useAsked(connection, 'incident:list', {})
  const { id: incident, title, text, nextBy, topics, sites, version } = row
  const before = { title, text, next: asField(nextBy), topics, sites }
  const [form] = useState(() =>
    createForm(before, {
      unsaved: unsaved.of(`incident-edit:${incident}`),
      check: checkIncident,
      save: async (written) => {
        const saved = await connection.ask('incident:save', { incident, version, ...sentIncident(written) })
        onClose()
        notices.done(words.incidents.saved, () =>
          connection.ask('incident:save', { incident, version: saved.version, ...sentIncident(before) }).then(again),
        )
        again()
      },
    }),
  )
  return (
    <Dialog title={words.incidents.editTitle} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <IncidentFields session={session} form={form} sites={asked.answer?.sites ?? []} />
        <FormFoot
          form={form}
          label={words.incidents.save}
          onCancel={onClose}
          onReload={() => {
            onClose()
            again()
          }}
        />
      </form>
    </Dialog>
  )
}
