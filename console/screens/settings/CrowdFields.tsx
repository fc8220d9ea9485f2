import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { words as laterWords } from '../../later-words.ts'
import { Field } from '../../parts/Field.tsx'
import { MinutesField } from './MinutesField.tsx'
import type { RulesPartProps } from './WaitingFields.tsx'

/** How many may wait and for how long, what happens then, and who helps out. */
export function CrowdFields({ form, others }: RulesPartProps) {
  const { most, overflowTo, atOnce } = form.values.value
  return (
    <>
      <fieldset class="group">
        <legend>{laterWords.rules.crowd}</legend>
        <Field label={laterWords.rules.most} error={form.errors.value.most}>
          {(ids) => (
            <input
              {...ids}
              class="short num"
              inputMode="numeric"
              maxLength={6}
              value={most}
              onInput={(event) => form.set({ most: event.currentTarget.value })}
            />
          )}
        </Field>
        <RefugeField form={form} others={others} name="mostTo" label={laterWords.rules.mostTo} />
        <MinutesField form={form} name="longest" label={laterWords.rules.longest} />
        <RefugeField form={form} others={others} name="longestTo" label={laterWords.rules.longestTo} />
      </fieldset>
      {others.length > 0 && (
        <fieldset class="group">
          <legend>{laterWords.rules.overflow}</legend>
          <Field label={laterWords.rules.overflowTo} error={form.errors.value.overflowTo}>
            {(ids) => (
              <select {...ids} value={overflowTo} onChange={(event) => form.set({ overflowTo: event.currentTarget.value })}>
                <option value="">{laterWords.rules.nobody}</option>
                <Teams of={others} chosen={overflowTo} name={(name) => name} />
              </select>
            )}
          </Field>
          {overflowTo && (
            <>
              <MinutesField form={form} name="overflowAfter" label={laterWords.rules.overflowAfter} />
              <label class="check">
                <input type="checkbox" checked={atOnce} onChange={(event) => form.set({ atOnce: event.currentTarget.checked })} />
                {laterWords.rules.atOnce}
              </label>
            </>
          )}
        </fieldset>
      )}
    </>
  )
}

interface RefugeFieldProps extends RulesPartProps {
  name: 'mostTo' | 'longestTo'
  label: string
}

const RefugeField = ({ form, others, name, label }: RefugeFieldProps) => (
  <Field label={label} error={form.errors.value[name]}>
    {(ids) => (
      <select {...ids} value={form.values.value[name]} onChange={(event) => form.set({ [name]: event.currentTarget.value })}>
        <option value="message">{laterWords.rules.refuges.message}</option>
        <option value="call-back">{laterWords.rules.refuges['call-back']}</option>
        <Teams of={others} chosen={form.values.value[name]} name={laterWords.rules.toTeam} />
      </select>
    )}
  </Field>
)

interface TeamsProps {
  of: readonly TeamSettings[]
  chosen: string
  name(team: string): string
}

/** One that was chosen and is not there any more is named as that. */
const Teams = ({ of, chosen, name }: TeamsProps) => (
  <>
    {of.map((team) => (
      <option key={team.id} value={team.id}>
        {name(team.name)}
      </option>
    ))}
    {!['', 'message', 'call-back'].includes(chosen) && !of.some(({ id }) => id === chosen) && (
      <option value={chosen}>{laterWords.rules.goneTeam}</option>
    )}
  </>
)
