import { useState } from 'preact/hooks'
import { newId } from '../../shared/client/ids.ts'
import type { BoardRow } from '../../shared/protocol/board.ts'
import { createForm } from '../models/form.ts'
import { nameAtDesk } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'

/** A word in the ear of whoever has the chat. What was begun is found again when the dialog is opened anew. */
export function WhisperDialog({ row, session, onClose }: { row: BoardRow; session: Session; onClose: () => void }) {
  const { connection, notices, unsaved, desk } = session
  const { board } = words
  const agent = nameAtDesk(desk, row.agent ?? '')
  const [form] = useState(() => {
    // Sent once more, the same words are the same act.
    const ids = new Map<string, string>()
    return createForm(
      { text: '' },
      {
        unsaved: unsaved.of(`whisper:${row.id}`),
        check: ({ text }) => ({ text: text.trim() ? null : board.whisperMissing }),
        save: async ({ text }) => {
          const id = ids.get(text) ?? newId()
          ids.set(text, id)
          await connection.ask('conversation:act', { conversation: row.id, id, act: { kind: 'whisper', text } })
          notices.tell(board.whisperDone(agent))
          onClose()
        },
      },
    )
  })
  return (
    <Dialog title={board.whisperTitle(agent, row.requester.name)} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={board.whisperText} hint={board.whisperHint} error={form.errors.value.text}>
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              maxLength={1000}
              value={form.values.value.text}
              onInput={(event) => form.set({ text: event.currentTarget.value })}
            />
          )}
        </Field>
        <FormFoot form={form} label={board.whisperSend} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
