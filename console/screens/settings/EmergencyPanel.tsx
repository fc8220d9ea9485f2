import { useState } from 'preact/hooks'
import type { Notice } from '../../../shared/notice.ts'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { shut } from '../../models/emergency.ts'
import { createForm } from '../../models/form.ts'
import { readNotice, saysNothing, writtenNotice } from '../../models/notice.ts'
import type { Session } from '../../models/session.ts'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { NoticeFields } from '../../parts/NoticeFields.tsx'
import { words } from '../../words.ts'

interface EmergencyPanelProps {
  session: Session
  teams: readonly TeamSettings[]
  /** Every team may stand differently now. */
  onDone: () => void
}

/** Closes the whole desk in one go, with a text, and opens it again. */
export function EmergencyPanel({ session: { connection, notices }, teams, onDone }: EmergencyPanelProps) {
  const all = async (notice: Notice | null) => {
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
      { notice: writtenNotice(null) },
      {
        check: ({ notice }) => ({ notice: saysNothing(notice) ? words.rules.noticeMissing : null }),
        save: ({ notice }) => all(readNotice(notice)),
      },
    ),
  )
  return (
    <details class="panel by-team">
      <summary>{words.rules.everyTeam}</summary>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <NoticeFields value={form.values.value.notice} error={form.errors.value.notice} onWritten={(notice) => form.set({ notice })} />
        <FormFoot form={form} label={words.rules.shutAll}>
          <button type="button" class="button" onClick={() => void all(null).catch(notices.refused)}>
            {words.rules.openAll}
          </button>
        </FormFoot>
      </form>
    </details>
  )
}
