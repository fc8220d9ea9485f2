import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { CannedReply } from '../../../shared/protocol/admin.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { words } from '../../words.ts'
import { RemoveButton } from './RemoveButton.tsx'

interface ReplyDialogProps {
  session: Session
  /** Null: a new one. */
  reply: CannedReply | null
  onClose: () => void
}

/** A text to keep ready, and for whom. */
export function ReplyDialog({ session: { connection, desk, me }, reply, onClose }: ReplyDialogProps) {
  const teams = desk.board.value?.teams ?? []
  const [form] = useState(() =>
    createForm(
      { name: reply?.name ?? '', text: reply?.text ?? '', whose: writtenWhose(reply?.whose ?? 'mine') },
      {
        check: ({ name, text }) => ({
          name: name.trim() ? null : words.settings.nameMissing,
          text: text.trim() ? null : words.settings.textMissing,
        }),
        save: async ({ name, text, whose }) => {
          const ids = { reply: reply?.id ?? newId(), version: reply?.version ?? 0 }
          await connection.ask('replies:save', { ...ids, name: name.trim(), text, whose: readWhose(whose) })
          onClose()
        },
      },
    ),
  )
  const { name, text, whose } = form.values.value
  return (
    <Dialog title={reply ? words.settings.changeReply(reply.name) : words.settings.newReply} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={words.settings.name} error={form.errors.value.name}>
          {(ids) => <input {...ids} maxLength={80} value={name} onInput={(event) => form.set({ name: event.currentTarget.value })} />}
        </Field>
        <Field label={words.settings.text} error={form.errors.value.text}>
          {(ids) => (
            <textarea {...ids} rows={6} maxLength={4000} value={text} onInput={(event) => form.set({ text: event.currentTarget.value })} />
          )}
        </Field>
        <Field label={words.settings.whose}>
          {(ids) => (
            <select {...ids} value={whose} onChange={(event) => form.set({ whose: event.currentTarget.value })}>
              <option value="mine">{words.settings.whoseNames.mine}</option>
              {me.role !== 'agent' && (
                <>
                  <option value="everyone">{words.settings.whoseNames.everyone}</option>
                  {teams.map((team) => (
                    <option key={team.id} value={team.id}>
                      {words.settings.forTeam(team.name)}
                    </option>
                  ))}
                </>
              )}
            </select>
          )}
        </Field>
        <FormFoot form={form} onReload={onClose}>
          {reply && (
            <RemoveButton
              name={reply.name}
              remove={() => connection.ask('replies:remove', { reply: reply.id, version: reply.version })}
              onDone={onClose}
            />
          )}
        </FormFoot>
      </form>
    </Dialog>
  )
}

const writtenWhose = (whose: CannedReply['whose']) => (typeof whose === 'string' ? whose : whose.team)
const readWhose = (written: string): CannedReply['whose'] => (written === 'mine' || written === 'everyone' ? written : { team: written })
