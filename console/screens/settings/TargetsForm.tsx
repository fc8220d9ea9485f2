import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import { words as laterWords } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { readTargets, type WrittenTargets, writtenTargets, wrongTargets } from '../../models/target-form.ts'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { NumberInput } from '../../parts/NumberInput.tsx'
import { words } from '../../words.ts'
import { TargetTimes } from './TargetTimes.tsx'

interface TargetsFormProps {
  session: Session
  team: TeamSettings
  saved: { routing: TeamRouting; version: number }
  reload: () => void
}

/** Within what time one team answers and solves. What else is set for it stays as it is. */
export function TargetsForm({ session, team, saved, reload }: TargetsFormProps) {
  const { connection, notices, unsaved } = session
  const told = laterWords.targets
  const [form] = useState(() => {
    let { routing, version } = saved
    return createForm<WrittenTargets>(writtenTargets(routing.targets), {
      unsaved: unsaved.of(`targets:${team.id}`),
      check: wrongTargets,
      save: async (written) => {
        const wanted = { ...routing, targets: readTargets(written) }
        const answer = await connection.ask('routing:save', { team: team.id, version, routing: wanted })
        routing = answer.routing
        version = answer.version
      },
      saved: (undo) => notices.done(words.settings.savedTeam(team.name), undo),
    })
  })
  const { counted, restsWithRequester, warnPercent } = form.values.value
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <TargetTimes form={form} />
      <Choice
        label={told.counted}
        value={counted}
        words={told.countedHow}
        from={['opening-hours', 'always']}
        choose={(value) => form.set({ counted: value })}
      />
      <p class="hint">{told.countedHint}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={restsWithRequester}
          onChange={(event) => form.set({ restsWithRequester: event.currentTarget.checked })}
        />
        {told.rests}
      </label>
      <Field label={told.warn} hint={told.warnHint} error={form.errors.value.warnPercent}>
        {(ids) => <NumberInput ids={ids} value={warnPercent} onWritten={(written) => form.set({ warnPercent: written })} />}
      </Field>
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}
