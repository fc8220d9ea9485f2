import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { IncidentRow } from '../../../shared/protocol/incident.ts'
import { words } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import { asField, momentIn } from '../../models/incident-form.ts'
import type { Session } from '../../models/session.ts'
import { NextField } from './IncidentFields.tsx'
import { NewsForm } from './NewsForm.tsx'

interface TellAllProps {
  session: Session
  row: IncidentRow
  again: () => void
}

/** News that is written once and comes to everybody; how far it got is seen below it. */
export function TellAll({ session, row, again }: TellAllProps) {
  const { connection, unsaved } = session
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
  const { open } = row.tickets
  return (
    <section class="card" aria-label={words.incidents.tell}>
      <NewsForm
        form={form}
        label={words.incidents.tell}
        hint={words.incidents.tellHint}
        rows={3}
        send={open > 0 ? words.incidents.send(open) : words.incidents.sendNobody}
      >
        <NextField value={form.values.value.next} onChange={(next) => form.set({ next })} />
      </NewsForm>
    </section>
  )
}
