import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import { words as laterWords } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { NumberInput } from '../../parts/NumberInput.tsx'
import { words } from '../../words.ts'

interface ClosingFormProps {
  session: Session
  team: TeamSettings
  saved: { routing: TeamRouting; version: number }
  reload: () => void
}

interface WrittenClosing {
  category: boolean
  minutes: boolean
  resolution: string
}

const most = 500

/** What one team wants filled in. What else is set for it stays as it is. */
export function ClosingForm({ session, team, saved, reload }: ClosingFormProps) {
  const { connection, notices, unsaved } = session
  const [form] = useState(() => {
    let { routing, version } = saved
    const { closing } = routing
    return createForm<WrittenClosing>(
      { ...closing, resolution: String(closing.resolution) },
      {
        unsaved: unsaved.of(`closing:${team.id}`),
        check: ({ resolution }) => ({ resolution: isLength(resolution) ? null : words.settings.between(0, most) }),
        save: async (written) => {
          const wanted = { ...routing, closing: { ...written, resolution: Number(written.resolution) } }
          const answer = await connection.ask('routing:save', { team: team.id, version, routing: wanted })
          routing = answer.routing
          version = answer.version
        },
        saved: (undo) => notices.done(words.settings.savedTeam(team.name), undo),
      },
    )
  })
  const { category, minutes, resolution } = form.values.value
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <label class="check">
        <input type="checkbox" checked={category} onChange={(event) => form.set({ category: event.currentTarget.checked })} />
        {laterWords.closing.category}
      </label>
      <label class="check">
        <input type="checkbox" checked={minutes} onChange={(event) => form.set({ minutes: event.currentTarget.checked })} />
        {laterWords.closing.minutes}
      </label>
      <Field label={laterWords.closing.resolution} hint={laterWords.closing.resolutionHint} error={form.errors.value.resolution}>
        {(ids) => <NumberInput ids={ids} value={resolution} onWritten={(written) => form.set({ resolution: written })} />}
      </Field>
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}

const isLength = (written: string) => /^\d+$/.test(written.trim()) && Number(written) <= most
