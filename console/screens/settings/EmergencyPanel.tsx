import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { shut } from '../../models/emergency.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { words } from '../../words.ts'

interface EmergencyPanelProps {
  session: Session
  teams: readonly TeamSettings[]
  /** Every team may stand differently now. */
  onDone: () => void
}

/** Closes the whole desk in one go, with a text, and opens it again. */
export function EmergencyPanel({ session: { connection, notices }, teams, onDone }: EmergencyPanelProps) {
  const all = async (notice: string | null) => {
    const undo = await shut(
      connection,
      teams.map(({ id }) => id),
      notice,
    )
    notices.done(notice ? words.rules.allShut : words.rules.allOpen, () => undo().then(onDone))
    onDone()
  }
  const [form] = useState(() =>
    createForm(
      { notice: '' },
      {
        check: ({ notice }) => ({ notice: notice.trim() ? null : words.rules.noticeMissing }),
        save: ({ notice }) => all(notice.trim()),
      },
    ),
  )
  return (
    <details class="panel by-team">
      <summary>{words.rules.everyTeam}</summary>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={words.rules.notice} error={form.errors.value.notice}>
          {(ids) => (
            <textarea
              {...ids}
              rows={2}
              maxLength={300}
              value={form.values.value.notice}
              onInput={(event) => form.set({ notice: event.currentTarget.value })}
            />
          )}
        </Field>
        <FormFoot form={form} label={words.rules.shutAll}>
          <button type="button" class="button" onClick={() => void all(null).catch(notices.refused)}>
            {words.rules.openAll}
          </button>
        </FormFoot>
      </form>
    </details>
  )
}
