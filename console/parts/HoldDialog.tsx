import { useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import { createForm } from '../models/form.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'

/** Minutes that a chat may rest, besides until tomorrow morning or until somebody says so. */
const rests = [15, 60, 240] as const

/** Puts a chat on hold, with a reason that both sides read, and until when. */
export function HoldDialog({ chat, onClose }: { chat: AgentChat; onClose: () => void }) {
  const [form] = useState(() =>
    createForm(
      { reason: '', until: '' },
      {
        check: () => ({}),
        save: async ({ reason, until }) => {
          const then = momentOf(until)
          await chat.act({ kind: 'hold', ...(reason.trim() && { reason: reason.trim() }), ...(then && { until: then.toISOString() }) })
          onClose()
        },
      },
    ),
  )
  const { reason, until } = form.values.value
  return (
    <Dialog title={words.turns.holdTitle} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={words.turns.reason} hint={words.turns.reasonHint}>
          {(ids) => <input {...ids} maxLength={200} value={reason} onInput={(event) => form.set({ reason: event.currentTarget.value })} />}
        </Field>
        <Field label={words.turns.until}>
          {(ids) => (
            <select {...ids} value={until} onChange={(event) => form.set({ until: event.currentTarget.value })}>
              <option value="">{words.turns.untilSomebody}</option>
              {rests.map((minutes) => (
                <option key={minutes} value={String(minutes)}>
                  {words.turns.untilIn(minutes)}
                </option>
              ))}
              <option value="morning">{words.turns.untilMorning}</option>
            </select>
          )}
        </Field>
        <FormFoot form={form} label={words.chats.hold} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

function momentOf(until: string): Date | null {
  const now = new Date()
  if (until === 'morning') return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 8)
  return until ? new Date(now.getTime() + Number(until) * 60_000) : null
}
