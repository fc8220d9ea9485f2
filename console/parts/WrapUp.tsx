import { useEffect, useRef, useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import { type Code, codes } from '../../shared/ticket.ts'
import { createForm } from '../models/form.ts'
import type { Session } from '../models/session.ts'
import { go } from '../router.ts'
import { words } from '../words.ts'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'

/** How it ended: an outcome and a sentence. It may wait, and stays on the list until it is done. */
export function WrapUp({ chat, session, onLater }: { chat: AgentChat; session: Session; onLater: () => void }) {
  const [form] = useState(() =>
    createForm<{ code: Code | ''; resolution: string }>(
      { code: '', resolution: '' },
      {
        check: ({ code, resolution }) => ({
          code: code ? null : words.chats.codeMissing,
          resolution: resolution.trim() ? null : words.chats.resolutionMissing,
        }),
        save: async ({ code, resolution }) => {
          if (!code) return
          await chat.act({ kind: 'resolve', code, resolution: resolution.trim() })
          go({ at: 'chats', conversation: session.desk.mine.peek()[0]?.id ?? null })
        },
      },
    ),
  )
  const { code, resolution } = form.values.value
  const place = useRef<HTMLFormElement>(null)

  // The button that ended the chat is gone, and took the focus along.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.querySelector('select')?.focus()
  }, [])

  return (
    <form class="wrap-up" ref={place} noValidate onSubmit={(event) => void form.submit(event)}>
      <h3>{words.chats.wrapUpTitle}</h3>
      <p>{words.chats.wrapUpText}</p>
      <Field label={words.chats.code} error={form.errors.value.code}>
        {(ids) => (
          <select
            {...ids}
            value={code}
            onChange={(event) => form.set({ code: codes.find((one) => one === event.currentTarget.value) ?? '' })}
          >
            <option value="">{words.chats.chooseCode}</option>
            {codes.map((one) => (
              <option key={one} value={one}>
                {words.tickets.codes[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.chats.resolution} hint={words.chats.resolutionHint} error={form.errors.value.resolution}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={4000}
            value={resolution}
            onInput={(event) => form.set({ resolution: event.currentTarget.value })}
          />
        )}
      </Field>
      <FormFoot form={form} label={words.chats.resolve}>
        <button type="button" class="button" onClick={onLater}>
          {words.chats.skip}
        </button>
      </FormFoot>
    </form>
  )
}
