import { codes } from '../../../shared/ticket.ts'
import { words } from '../../later-words.ts'
import type { CallForm } from '../../models/call-log.ts'
import type { Session } from '../../models/session.ts'
import { words as everyday } from '../../words.ts'
import { Field } from '../Field.tsx'
import { OutcomeField } from '../OutcomeField.tsx'
import { Radios } from './Radios.tsx'

const results = ['resolved', 'open', 'escalate'] as const
const answered = codes.filter((code) => code !== 'duplicate')

/** What came of the call, and what that asks for. */
export function CallOutcomeFields({ form, session }: { form: CallForm; session: Session }) {
  const { outcome, code, resolution, team, ask } = form.values.value
  const errors = form.errors.value
  return (
    <>
      <Radios
        label={words.calls.outcome}
        from={results}
        words={words.calls.outcomes}
        value={outcome}
        choose={(chosen) => form.set({ outcome: chosen })}
      />
      {outcome === 'resolved' && (
        <>
          <OutcomeField value={code} from={answered} error={errors.code} onChoose={(chosen) => form.set({ code: chosen })} />
          <Field label={everyday.chats.resolution} error={errors.resolution}>
            {(ids) => (
              <textarea
                {...ids}
                rows={2}
                maxLength={4000}
                value={resolution}
                onInput={({ currentTarget }) => form.set({ resolution: currentTarget.value })}
              />
            )}
          </Field>
        </>
      )}
      {outcome === 'escalate' && (
        <>
          <Field label={words.calls.team} error={errors.team}>
            {(ids) => (
              <select {...ids} value={team} onChange={({ currentTarget }) => form.set({ team: currentTarget.value })}>
                <option value="">{everyday.chats.chooseCode}</option>
                {session.desk.teams.value.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.calls.ask} error={errors.ask}>
            {(ids) => (
              <textarea
                {...ids}
                rows={2}
                maxLength={1000}
                value={ask}
                onInput={({ currentTarget }) => form.set({ ask: currentTarget.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  )
}
