import { useState } from 'preact/hooks'
import type { AgentChat } from '../../../shared/client/chat.ts'
import { words } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import { nameAtDesk } from '../../models/names.ts'
import type { Session } from '../../models/session.ts'
import { advising } from '../../models/together.ts'
import { words as own } from '../../words.ts'
import { Dialog } from '../Dialog.tsx'
import { Field } from '../Field.tsx'
import { FormFoot } from '../FormFoot.tsx'

const close = () => {
  advising.value = null
}

/** "What would you do?" */
export function AdviceDialog({ id, chat, session }: { id: string; chat: AgentChat; session: Session }) {
  const { desk, me, notices, unsaved } = session
  const colleagues = desk.colleagues.value
    .filter((one) => one.id !== me.id)
    .toSorted((one, other) => Number(other.here) - Number(one.here) || one.name.localeCompare(other.name))
  const [form] = useState(() =>
    createForm(
      { agent: '', text: '' },
      {
        unsaved: unsaved.of(`advice:${id}`),
        check: ({ agent, text }) => ({
          agent: agent ? null : words.together.whomMissing,
          text: text.trim() ? null : words.together.questionMissing,
        }),
        about: { 'no-such-agent': 'agent' },
        save: async ({ agent, text }) => {
          await chat.act({ kind: 'ask-advice', agent, text: text.trim() })
          close()
          notices.tell(words.together.asked(nameAtDesk(desk, agent)))
        },
      },
    ),
  )
  const { agent, text } = form.values.value
  return (
    <Dialog title={words.together.askTitle} onClose={close}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <p class="hint">{words.together.askHint}</p>
        <Field label={words.together.whom} error={form.errors.value.agent}>
          {(ids) => (
            <select {...ids} value={agent} onChange={(event) => form.set({ agent: event.currentTarget.value })}>
              <option value="">{words.together.choose}</option>
              {colleagues.map((one) => (
                <option key={one.id} value={one.id}>
                  {`${one.name}: ${own.chats.colleagueState[one.here ? one.wish : 'offline']}`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.together.question} error={form.errors.value.text}>
          {(ids) => (
            <textarea {...ids} rows={4} maxLength={2000} value={text} onInput={(event) => form.set({ text: event.currentTarget.value })} />
          )}
        </Field>
        <FormFoot form={form} label={words.together.send} onCancel={close} />
      </form>
    </Dialog>
  )
}
