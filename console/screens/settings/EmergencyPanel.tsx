import { useState } from 'preact/hooks'
import type { Notice } from '../../../shared/notice.ts'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { words as laterWords } from '../../later-words.ts'
import { shut } from '../../models/emergency.ts'
import { createForm } from '../../models/form.ts'
import { readNotice, saysNothing, writtenNotice } from '../../models/notice.ts'
import type { Session } from '../../models/session.ts'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { NoticeFields } from '../../parts/NoticeFields.tsx'

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
    notices.done(notice ? laterWords.rules.allShut : laterWords.rules.allOpen, () => undo().then(onDone))
    onDone()
  }
  const [form] = useState(() =>
    createForm(
      { notice: writtenNotice(null) },
      {
        check: ({ notice }) => ({ notice: saysNothing(notice) ? laterWords.rules.noticeMissing : null }),
        save: ({ notice }) => all(readNotice(notice)),
      },
    ),
  )
  return (
    <details class="panel by-team">
      <summary>{laterWords.rules.everyTeam}</summary>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <NoticeFields value={form.values.value.notice} error={form.errors.value.notice} onWritten={(notice) => form.set({ notice })} />
        <FormFoot form={form} label={laterWords.rules.shutAll}>
          <button type="button" class="button" onClick={() => void all(null).catch(notices.refused)}>
            {laterWords.rules.openAll}
          </button>
        </FormFoot>
      </form>
    </details>
  )
}
