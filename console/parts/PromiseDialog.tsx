import { useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Conversation } from '../../shared/conversation.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import { words as laterWords } from '../later-words.ts'
import { createForm } from '../models/form.ts'
import { nameIn } from '../models/names.ts'
import { momentOf, usualMinutes } from '../models/promises.ts'
import type { Session } from '../models/session.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'

interface PromiseDialogProps {
  chat: AgentChat
  session: Session
  state: Conversation
  onClose: () => void
}

/** "You hear from us by then", and what about. */
export function PromiseDialog({ chat, session, state, onClose }: PromiseDialogProps) {
  const { clock, notices, desk } = session
  const before = state.ticket.promise
  const [form] = useState(() =>
    createForm(
      { when: '60', own: '', about: before?.about ?? '' },
      {
        unsaved: session.unsaved.of(`promise:${state.id}`),
        check: ({ when, own }) => {
          const then = momentOf(when, own, clock.now.peek())
          return { own: !then ? laterWords.promising.atMissing : then.getTime() <= clock.now.peek() ? laterWords.promising.atPast : null }
        },
        about: { 'promise-past': 'own', 'promise-too-far': 'own' },
        save: async ({ when, own, about }) => {
          const until = momentOf(when, own, clock.now.peek())?.toISOString() ?? ''
          await chat.act({ kind: 'promise', until, text: about.trim() })
          onClose()
          const told = laterWords.promising.promised(nameIn(chat, desk)(state.requester), momentFrom(until, clock.now.peek()))
          const isStillToCome = before && Date.parse(before.until) > clock.now.peek()
          notices.done(told, () =>
            chat.act(isStillToCome ? { kind: 'promise', until: before.until, text: before.about } : { kind: 'withdraw-promise' }),
          )
        },
      },
    ),
  )
  const { when, own, about } = form.values.value
  return (
    <Dialog title={laterWords.promising.title} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={laterWords.promising.by} hint={laterWords.promising.hint}>
          {(ids) => (
            <select {...ids} value={when} onChange={(event) => form.set({ when: event.currentTarget.value })}>
              {usualMinutes.map((minutes) => (
                <option key={minutes} value={String(minutes)}>
                  {laterWords.promising.inMinutes(minutes)}
                </option>
              ))}
              <option value="tomorrow">{laterWords.promising.tomorrow}</option>
              <option value="own">{laterWords.promising.ownTime}</option>
            </select>
          )}
        </Field>
        {when === 'own' && (
          <Field label={laterWords.promising.at} error={form.errors.value.own}>
            {(ids) => (
              <input {...ids} type="datetime-local" value={own} onInput={(event) => form.set({ own: event.currentTarget.value })} />
            )}
          </Field>
        )}
        <Field label={laterWords.promising.about} hint={laterWords.promising.aboutHint}>
          {(ids) => <input {...ids} maxLength={300} value={about} onInput={(event) => form.set({ about: event.currentTarget.value })} />}
        </Field>
        <FormFoot form={form} label={laterWords.promising.save} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
