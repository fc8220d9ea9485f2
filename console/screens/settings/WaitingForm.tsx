import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { type SilenceStep, silenceSteps } from '../../../shared/silence.ts'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import { createForm, type Form } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { readRules, type WrittenRules, writtenRules, wrongRules } from '../../models/waiting-rules.ts'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { words } from '../../words.ts'
import { CrowdFields } from './CrowdFields.tsx'
import { EmergencyFields } from './EmergencyFields.tsx'
import { MinutesField } from './MinutesField.tsx'

export interface RulesPartProps {
  form: Form<WrittenRules>
  others: readonly TeamSettings[]
}

interface WaitingFormProps {
  session: Session
  team: TeamSettings
  others: readonly TeamSettings[]
  saved: { routing: TeamRouting; version: number }
  reload: () => void
}

/** The rules of one team's line. What else its routing says stays as it is. */
export function WaitingForm({ session, team, others, saved, reload }: WaitingFormProps) {
  const { connection, notices, unsaved } = session
  const [form] = useState(() => {
    let { routing, version } = saved
    return createForm<WrittenRules>(writtenRules(routing), {
      unsaved: unsaved.of(`waiting:${team.id}`),
      check: (written) => wrongRules(written, others),
      about: { 'own-team': 'overflowTo', 'no-such-team': 'overflowTo' },
      save: async (written) => {
        const wanted = { ...routing, ...readRules(written), declineReasons: [...routing.declineReasons] }
        const answer = await connection.ask('routing:save', { team: team.id, version, routing: wanted })
        routing = answer.routing
        version = answer.version
      },
      saved: (undo) => notices.done(words.settings.savedTeam(team.name), undo),
    })
  })
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <CrowdFields form={form} others={others} />
      {(['requester', 'agent'] as const).map((whose) => (
        <fieldset key={whose} class="group">
          <legend>{words.rules.silenceOf[whose]}</legend>
          {silenceSteps[whose].map((step: SilenceStep) => (
            <MinutesField
              key={step}
              form={form}
              name={step}
              label={words.rules.silence[step]}
              hint={step === 'requeue' ? words.rules.requeueHint : undefined}
            />
          ))}
        </fieldset>
      ))}
      <EmergencyFields form={form} />
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}
