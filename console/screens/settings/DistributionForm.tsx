import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { assignments, methods, type TeamRouting } from '../../../shared/team-routing.ts'
import {
  readDistribution,
  type Seconds,
  type Weight,
  type WrittenDistribution,
  weights,
  writtenDistribution,
  wrongDistribution,
} from '../../models/distribution.ts'
import { createForm, type Form } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { NumberInput } from '../../parts/NumberInput.tsx'
import { words } from '../../words.ts'

interface DistributionFormProps {
  session: Session
  team: TeamSettings
  saved: { routing: TeamRouting; version: number }
  reload: () => void
}

/** How one team's line is given out. What else its routing says stays as it is. */
export function DistributionForm({ session, team, saved, reload }: DistributionFormProps) {
  const { connection, notices, unsaved } = session
  const [form] = useState(() => {
    let { routing, version } = saved
    return createForm<WrittenDistribution>(writtenDistribution(routing), {
      unsaved: unsaved.of(`distribution:${team.id}`),
      check: wrongDistribution,
      save: async (written) => {
        const wanted = { ...routing, ...readDistribution(written) }
        const answer = await connection.ask('routing:save', { team: team.id, version, routing: wanted })
        routing = answer.routing
        version = answer.version
      },
      saved: (undo) => notices.done(words.settings.savedTeam(team.name), undo),
    })
  })
  const { method, assignment, declineReasons, languageFirst } = form.values.value
  const told = words.distribution
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <Choice label={told.method} value={method} words={told.methods} from={methods} choose={(value) => form.set({ method: value })} />
      <Choice
        label={told.assignment}
        value={assignment}
        words={told.assignments}
        from={assignments}
        choose={(value) => form.set({ assignment: value })}
      />
      <NumberField form={form} name="offerSeconds" />
      <NumberField form={form} name="reofferAfterSeconds" />
      <NumberField form={form} name="pacingSeconds" />
      <Field label={told.declineReasons} hint={told.declineReasonsHint} error={form.errors.value.declineReasons}>
        {(ids) => (
          <textarea {...ids} rows={4} value={declineReasons} onInput={(event) => form.set({ declineReasons: event.currentTarget.value })} />
        )}
      </Field>
      <fieldset class="group">
        <legend>{told.who}</legend>
        <label class="check">
          <input type="checkbox" checked={languageFirst} onChange={(event) => form.set({ languageFirst: event.currentTarget.checked })} />
          {told.languageFirst}
        </label>
        <NumberField form={form} name="widenAfterSeconds" />
        <NumberField form={form} name="keepForSeconds" />
      </fieldset>
      <fieldset class="group">
        <legend>{told.weights}</legend>
        <p class="hint">{told.weightsHint}</p>
        {weights.map((name) => (
          <NumberField key={name} form={form} name={name} />
        ))}
      </fieldset>
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}

function NumberField({ form, name }: { form: Form<WrittenDistribution>; name: Seconds | Weight }) {
  const [label, hint] = words.distribution.numbers[name]
  return (
    <Field label={label} hint={hint} error={form.errors.value[name]}>
      {(ids) => <NumberInput ids={ids} value={form.values.value[name]} onWritten={(value) => form.set({ [name]: value })} />}
    </Field>
  )
}
