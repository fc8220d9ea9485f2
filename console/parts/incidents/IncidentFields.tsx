import type { Named } from '../../../shared/people.ts'
import { words } from '../../later-words.ts'
import type { Form } from '../../models/form.ts'
import type { AboutIncident } from '../../models/incident-form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../Field.tsx'

interface IncidentFieldsProps {
  session: Session
  form: Form<AboutIncident>
  sites: readonly Named[]
}

/** What an incident is, for whom, and when there is more to say. */
export function IncidentFields({ session, form, sites }: IncidentFieldsProps) {
  const { title, text, next, topics, sites: chosen } = form.values.value
  const errors = form.errors.value
  const known = session.desk.teams.value.flatMap((team) => team.topics)
  return (
    <>
      <Field label={words.incidents.name} hint={words.incidents.nameHint} error={errors.title}>
        {(ids) => <input {...ids} maxLength={160} value={title} onInput={(event) => form.set({ title: event.currentTarget.value })} />}
      </Field>
      <Field label={words.incidents.text} hint={words.incidents.textHint} error={errors.text}>
        {(ids) => (
          <textarea {...ids} rows={4} maxLength={2000} value={text} onInput={(event) => form.set({ text: event.currentTarget.value })} />
        )}
      </Field>
      <NextField value={next} onChange={(value) => form.set({ next: value })} />
      <Choices
        title={words.incidents.topics}
        hint={words.incidents.topicsHint}
        from={known}
        chosen={topics}
        choose={(ids) => form.set({ topics: ids })}
      />
      <Choices
        title={words.incidents.sites}
        hint={words.incidents.sitesHint}
        from={sites}
        chosen={chosen}
        choose={(ids) => form.set({ sites: ids })}
      />
    </>
  )
}

/** When requesters hear more. */
export const NextField = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <Field label={words.incidents.nextNews} hint={value ? undefined : words.incidents.noNext}>
    {(ids) => <input {...ids} type="datetime-local" value={value} onInput={(event) => onChange(event.currentTarget.value)} />}
  </Field>
)

interface ChoicesProps {
  title: string
  hint: string
  from: readonly Named[]
  chosen: readonly string[]
  choose: (ids: string[]) => void
}

/** Some of several; absent where there are none. */
function Choices({ title, hint, from, chosen, choose }: ChoicesProps) {
  if (from.length === 0) return null
  return (
    <fieldset class="incident-choices">
      <legend>{title}</legend>
      <p class="hint">{hint}</p>
      {from.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => choose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
