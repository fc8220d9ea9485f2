import { useRef, useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { CannedReply } from '../../../shared/protocol/admin.ts'
import { filledReply, firstNameOf, type ReplyVariable, replyVariables, unknownVariables } from '../../../shared/replies.ts'
import { ticketLabel } from '../../../shared/ticket.ts'
import { putIn } from '../../../shared/ui/put-in.ts'
import { createForm } from '../../models/form.ts'
import { withVariable } from '../../models/replies.ts'
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
export function ReplyDialog({ session, reply, onClose }: ReplyDialogProps) {
  const { connection, desk, me, notices, replies } = session
  const teams = desk.board.value?.teams ?? []
  const area = useRef<HTMLTextAreaElement>(null)
  const [form] = useState(() => {
    // One id over all tries: a saving that was heard and not answered is not done twice.
    const id = reply?.id ?? newId()
    let version = reply?.version ?? 0
    return createForm(
      { name: reply?.name ?? '', text: reply?.text ?? '', whose: writtenWhose(reply?.whose ?? 'mine') },
      {
        unsaved: session.unsaved.of(`reply:${reply?.id ?? 'new'}`),
        check: ({ name, text }) => ({ name: name.trim() ? null : words.settings.nameMissing, text: wrongText(text) }),
        about: { 'unknown-variable': 'text', 'no-such-team': 'whose' },
        save: async ({ name, text, whose }) => {
          const saved = await connection.ask('replies:save', { reply: id, version, name: name.trim(), text, whose: readWhose(whose) })
          version = saved.version
        },
        saved: (undo) => {
          const takeBack = reply ? undo : () => connection.ask('replies:remove', { reply: id, version })
          notices.done(words.settings.savedPage, () => takeBack().then(() => replies.load()))
          onClose()
        },
      },
    )
  })
  const { name, text, whose } = form.values.value

  const put = (variable: ReplyVariable) => {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {}
    const next = withVariable(text, variable, selectionStart, selectionEnd)
    putIn(area.current, next.text, next.cursor)
    form.set({ text: next.text })
  }
  /** What was removed is put back under its own id. */
  const remove = async (removed: CannedReply) => {
    await connection.ask('replies:remove', { reply: removed.id, version: removed.version })
    const { id, name, text, whose } = removed
    notices.done(words.settings.removed(name), () =>
      connection.ask('replies:save', { reply: id, version: 0, name, text, whose }).then(() => replies.load()),
    )
  }

  return (
    <Dialog title={reply ? words.settings.changeReply(reply.name) : words.settings.newReply} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={words.settings.name} hint={words.settings.replyNameHint} error={form.errors.value.name}>
          {(ids) => <input {...ids} maxLength={80} value={name} onInput={(event) => form.set({ name: event.currentTarget.value })} />}
        </Field>
        <Field label={words.settings.text} error={form.errors.value.text}>
          {(ids) => (
            <textarea
              {...ids}
              ref={area}
              rows={6}
              maxLength={4000}
              value={text}
              onInput={(event) => form.set({ text: event.currentTarget.value })}
            />
          )}
        </Field>
        <fieldset class="chips-set">
          <legend>{words.settings.putIn}</legend>
          {replyVariables.map((variable) => (
            <button key={variable} type="button" class="chip" title={`{{${variable}}}`} onClick={() => put(variable)}>
              {words.settings.variables[variable]}
            </button>
          ))}
        </fieldset>
        <section class="preview" aria-label={words.settings.preview}>
          <h3>{words.settings.preview}</h3>
          <p class="bubble">{filledReply(text, anExample(session)) || words.settings.previewEmpty}</p>
        </section>
        <Field label={words.settings.whose} error={form.errors.value.whose}>
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
        <FormFoot form={form} onReload={onClose} canDiscard>
          {reply && <RemoveButton remove={() => remove(reply)} onDone={onClose} />}
        </FormFoot>
      </form>
    </Dialog>
  )
}

/** As it would read for somebody who does not exist. */
const anExample = ({ me, setup }: Session): Record<ReplyVariable, string> => ({
  'requester.name': words.settings.exampleName,
  'requester.first': firstNameOf(words.settings.exampleName),
  'agent.name': me.name,
  'ticket.number': ticketLabel(123),
  'desk.name': setup.profile.value?.name ?? words.settings.deskItself,
})

function wrongText(text: string) {
  if (!text.trim()) return words.settings.textMissing
  const [unknown] = unknownVariables(text)
  return unknown === undefined ? null : words.settings.unknownVariable(unknown)
}

const writtenWhose = (whose: CannedReply['whose']) => (typeof whose === 'string' ? whose : whose.team)
const readWhose = (written: string): CannedReply['whose'] => (written === 'mine' || written === 'everyone' ? written : { team: written })
