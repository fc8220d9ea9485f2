import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { words as laterWords } from '../../later-words.ts'
import type { Form } from '../../models/form.ts'
import { madeUp, sources, type TrafficNumber, type WrittenTraffic } from '../../models/trying.ts'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import { NumberInput } from '../../parts/NumberInput.tsx'
import { TeamChoice } from './TeamChoice.tsx'

interface TrafficFieldsProps {
  form: Form<WrittenTraffic>
  today: string
  teams: readonly TeamSettings[]
}

/** With what traffic settings are tried. */
export function TrafficFields({ form, today, teams }: TrafficFieldsProps) {
  const { from, day, team } = form.values.value
  const told = laterWords.trying
  return (
    <>
      <Choice label={told.traffic} value={from} words={told.sources} from={sources} choose={(value) => form.set({ from: value })} />
      {from === 'day' ? (
        <Field label={told.day} error={form.errors.value.day}>
          {(ids) => (
            <input
              {...ids}
              class="trial-day"
              type="date"
              max={today}
              value={day}
              onInput={(event) => form.set({ day: event.currentTarget.value })}
            />
          )}
        </Field>
      ) : (
        <div class="trial-numbers">
          <TeamChoice label={told.team} teams={teams} value={team} choose={(chosen) => form.set({ team: chosen })} />
          {madeUp.map((name) => (
            <TrafficField key={name} form={form} name={name} />
          ))}
        </div>
      )}
      <TrafficField form={form} name="aimSeconds" />
    </>
  )
}

function TrafficField({ form, name }: { form: Form<WrittenTraffic>; name: TrafficNumber }) {
  const hints: Partial<Record<TrafficNumber, string>> = {
    patienceMinutes: laterWords.trying.patienceHint,
    talkMinutes: laterWords.trying.talkHint,
  }
  return (
    <Field label={laterWords.trying.numbers[name]} hint={hints[name]} error={form.errors.value[name]}>
      {(ids) => <NumberInput ids={ids} value={form.values.value[name]} onWritten={(value) => form.set({ [name]: value })} />}
    </Field>
  )
}
