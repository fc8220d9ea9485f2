import { useEffect, useRef, useState } from 'preact/hooks'
import type { Connection } from '../../shared/client/connection.ts'
import { needsWords, usualClosing } from '../../shared/closing.ts'
import { type Code, codes } from '../../shared/ticket.ts'
import { words as laterWords } from '../later-words.ts'
import { createForm } from '../models/form.ts'
import type { TicketChange } from '../models/ticket-changes.ts'
import { resolutionMissing } from '../models/wrap-up.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'
import { OutcomeField } from './OutcomeField.tsx'

/** Whose duplicate each of many is cannot be said at once. */
const forMany = codes.filter((code) => code !== 'duplicate')

/** One outcome and one sentence for all that are chosen; the sentence only where one of their teams wants it. */
export function ResolveDialog({
  connection,
  count,
  teams,
  onClose,
  onResolve,
}: {
  connection: Connection
  count: number
  /** Of those that are chosen. */
  teams: readonly string[]
  onClose: () => void
  onResolve: (change: TicketChange) => void
}) {
  const least = useRef(usualClosing.resolution)
  useEffect(() => {
    const asked = teams.map((team) => connection.ask('routing:read', { team }))
    Promise.all(asked).then(
      (all) => {
        least.current = Math.max(0, ...all.map(({ routing }) => routing.closing.resolution))
      },
      // Then it is asked for as usual, and the desk says what is missing.
      () => undefined,
    )
  }, [connection, teams])
  const [form] = useState(() =>
    createForm<{ code: Code | ''; resolution: string }>(
      { code: '', resolution: '' },
      {
        check: ({ code, resolution }) => ({
          code: code ? null : words.chats.codeMissing,
          resolution: needsWords(code) && resolution.trim().length < least.current ? resolutionMissing(resolution, least.current) : null,
        }),
        save: async ({ code, resolution }) => {
          if (code) onResolve({ what: 'resolve', code, resolution: resolution.trim() })
          onClose()
        },
      },
    ),
  )
  const { code, resolution } = form.values.value
  return (
    <Dialog title={laterWords.lists.resolveMany(count)} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <OutcomeField value={code} error={form.errors.value.code} from={forMany} onChoose={(chosen) => form.set({ code: chosen })} />
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
        <FormFoot form={form} label={words.chats.resolve} />
      </form>
    </Dialog>
  )
}
