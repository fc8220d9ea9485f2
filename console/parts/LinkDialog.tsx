import { useState } from 'preact/hooks'
import { newId } from '../../shared/client/ids.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { LinkedTicket } from '../../shared/protocol/ticket.ts'
import type { Act } from '../../shared/protocol.ts'
import { words } from '../later-words.ts'
import { useAsked } from '../models/asked.ts'
import { createForm } from '../models/form.ts'
import type { Session } from '../models/session.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'
import { linkedFrom, TicketChooser } from './TicketChooser.tsx'

const ways = ['parent', 'problem', 'merge'] as const

interface LinkDialogProps {
  session: Session
  state: Conversation
  onClose: () => void
  again: () => void
}

/** Says what a ticket has to do with another one, or that it goes on there. */
export function LinkDialog({ session, state, onClose, again }: LinkDialogProps) {
  const { connection, notices } = session
  const mine = useAsked(connection, 'ticket:list', { filters: { requester: state.requester }, sort: 'opened', limit: 8 })
  const [form] = useState(() =>
    createForm<{ as: (typeof ways)[number]; ticket: LinkedTicket | null }>(
      { as: 'parent', ticket: null },
      {
        check: ({ ticket }) => ({ ticket: ticket ? null : words.related.missing }),
        about: { 'same-ticket': 'ticket', 'in-a-circle': 'ticket', 'other-requester': 'ticket', merged: 'ticket', 'still-talking': 'as' },
        save: async ({ as, ticket }) => {
          if (!ticket) return
          const to = ticket.conversation
          const act = (what: Act) => connection.ask('conversation:act', { conversation: state.id, id: newId(), act: what }).then(again)
          await act(as === 'merge' ? { kind: 'merge', into: to } : { kind: 'link', to, as })
          onClose()
          const undo: Act = as === 'merge' ? { kind: 'unmerge' } : { kind: 'unlink', as }
          notices.done(as === 'merge' ? words.related.merged(ticket.label) : words.related.linked, () => act(undo))
        },
      },
    ),
  )
  const { as, ticket } = form.values.value
  return (
    <Dialog title={words.related.dialog} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={words.related.how} hint={as === 'merge' ? words.related.mergeHint : undefined} error={form.errors.value.as}>
          {(ids) => (
            <select
              {...ids}
              value={as}
              onChange={({ currentTarget }) => form.set({ as: ways.find((one) => one === currentTarget.value) ?? 'parent' })}
            >
              {ways.map((one) => (
                <option key={one} value={one}>
                  {words.related.as[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.related.ticket} error={form.errors.value.ticket}>
          {(ids) => (
            <TicketChooser
              session={session}
              ids={ids}
              except={state.id}
              begin={(mine.answer?.rows ?? []).map(linkedFrom)}
              chosen={ticket}
              onChoose={(chosen) => form.set({ ticket: chosen })}
            />
          )}
        </Field>
        <FormFoot form={form} label={as === 'merge' ? words.related.merge : words.related.save} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
