import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { Conversation } from '../../../shared/conversation.ts'
import { words } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import { type AboutIncident, checkIncident, noIncident, sentIncident } from '../../models/incident-form.ts'
import type { Session } from '../../models/session.ts'
import { go, route } from '../../router.ts'
import { Dialog } from '../Dialog.tsx'
import { Field } from '../Field.tsx'
import { FormFoot } from '../FormFoot.tsx'
import { IncidentFields } from './IncidentFields.tsx'

interface Written extends AboutIncident {
  /** The incident that it is part of; empty is a new one. */
  of: string
}

/** Makes what is looked at part of an incident: of one that is known, or of a new one. Without anything to look at, a new one begins. */
export function IncidentDialog({ session }: { session: Session }) {
  const { connection, notices, overlay } = session
  const [state] = useState(() => lookedAt(session))
  const asked = useAsked(connection, 'incident:list', {})
  const open = state ? (asked.answer?.incidents ?? []).filter((one) => one.state === 'open') : []
  const close = () => overlay.close()
  const act = (what: { kind: 'join-incident'; incident: string } | { kind: 'leave-incident' }) =>
    session.desk.act(state?.id ?? '', what).then(() => undefined)
  const [incident] = useState(newId)
  const [form] = useState(() =>
    createForm<Written>(
      { ...noIncident, of: '', title: state?.ticket.subject ?? '', topics: state?.topic ? [state.topic] : [] },
      {
        unsaved: session.unsaved.of(`incident:${state?.id ?? ''}`),
        check: (written) => (written.of ? {} : checkIncident(written)),
        save: async ({ of, ...about }) => {
          if (of) {
            await connection.ask('conversation:act', {
              conversation: state?.id ?? '',
              id: newId(),
              act: { kind: 'join-incident', incident: of },
            })
            close()
            notices.done(words.incidents.joined(open.find(({ id }) => id === of)?.title ?? ''), () => act({ kind: 'leave-incident' }))
            return
          }
          const made = await connection.ask('incident:declare', { incident, conversation: state?.id ?? null, ...sentIncident(about) })
          close()
          notices.tell(words.incidents.declared)
          go({ at: 'incidents', incident: made.id })
        },
      },
    ),
  )
  const { of } = form.values.value
  return (
    <Dialog title={state ? words.incidents.dialog : words.incidents.declare} onClose={close}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        {open.length > 0 && (
          <Field label={words.incidents.join}>
            {(ids) => (
              <select {...ids} value={of} onChange={(event) => form.set({ of: event.currentTarget.value })}>
                <option value="">{words.incidents.anew}</option>
                {open.map(({ id, title, tickets }) => (
                  <option key={id} value={id}>
                    {`${title} (${words.incidents.people(tickets.all)})`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {!of && <IncidentFields session={session} form={form} sites={asked.answer?.sites ?? []} />}
        <FormFoot form={form} label={of ? words.incidents.save : words.incidents.declare} onCancel={close} />
      </form>
    </Dialog>
  )
}

/** The chat or ticket that is in front; null where there is none. */
function lookedAt({ chats }: Session): Conversation | null {
  const place = route.peek()
  const states = [...chats.open.peek().values()].map((chat) => chat.state.peek())
  if (place.at === 'ticket') return states.find((state) => state?.number === place.number) ?? null
  return place.at === 'chats' ? (states.find((state) => state?.id === chats.focus.peek()) ?? null) : null
}
