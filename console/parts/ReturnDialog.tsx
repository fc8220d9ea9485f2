import { useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import { createForm } from '../models/form.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'

/** Sends the work back with what is missing: one of the usual things with one press, or in one's own words. */
export function ReturnDialog({ chat, session, onClose }: { chat: AgentChat; session: Session; onClose: () => void }) {
  const [form] = useState(() =>
    createForm(
      { missing: '' },
      {
        check: ({ missing }) => ({ missing: missing.trim() ? null : words.escalation.missing }),
        save: async ({ missing }) => {
          await chat.act({ kind: 'return-work', missing: missing.trim() })
          onClose()
          session.notices.tell(words.escalation.returned)
        },
      },
    ),
  )
  const choose = (missing: string) => {
    form.set({ missing })
    void form.submit()
  }
  return (
    <Dialog title={words.escalation.returnTitle} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <div class="usual">
          {words.escalation.usual.map((one) => (
            <button key={one} type="button" class="button" onClick={() => choose(one)}>
              {one}
            </button>
          ))}
        </div>
        <Field label={words.escalation.returnMissing} hint={words.escalation.returnHint} error={form.errors.value.missing}>
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              maxLength={1000}
              value={form.values.value.missing}
              onInput={(event) => form.set({ missing: event.currentTarget.value })}
            />
          )}
        </Field>
        <FormFoot form={form} label={words.escalation.giveBack} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
