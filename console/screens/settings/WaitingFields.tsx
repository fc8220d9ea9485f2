import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { type SilenceStep, silenceSteps } from '../../../shared/silence.ts'
import { words as laterWords } from '../../later-words.ts'
import type { Form } from '../../models/form.ts'
import type { WrittenRules } from '../../models/waiting-rules.ts'
import { CrowdFields } from './CrowdFields.tsx'
import { EmergencyFields } from './EmergencyFields.tsx'
import { MinutesField } from './MinutesField.tsx'

export interface RulesPartProps {
  form: Form<WrittenRules>
  others: readonly TeamSettings[]
}

/** What becomes of those who wait for a team and of those who fall silent. */
export function WaitingFields({ form, others }: RulesPartProps) {
  return (
    <>
      <CrowdFields form={form} others={others} />
      {(['requester', 'agent'] as const).map((whose) => (
        <fieldset key={whose} class="group">
          <legend>{laterWords.rules.silenceOf[whose]}</legend>
          {silenceSteps[whose].map((step: SilenceStep) => (
            <MinutesField
              key={step}
              form={form}
              name={step}
              label={laterWords.rules.silence[step]}
              hint={step === 'requeue' ? laterWords.rules.requeueHint : undefined}
            />
          ))}
        </fieldset>
      ))}
      <EmergencyFields form={form} />
    </>
  )
}
