import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { createForm } from '../../models/form.ts'
import { readHours, usualHours, type WrittenHours, writtenHours } from '../../models/hours.ts'
import { linesOf } from '../../models/lines.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { words } from '../../words.ts'
import { HoursFields, wrongHours } from './HoursFields.tsx'
import { RemoveButton } from './RemoveButton.tsx'

interface TeamDialogProps {
  session: Session
  /** Null: a new one. */
  team: TeamSettings | null
  onClose: () => void
}

/** A team: what it is called, its tier, its topics and its hours. */
export function TeamDialog({ session: { connection }, team, onClose }: TeamDialogProps) {
  const [form] = useState(() => {
    let saved = team
    const id = team?.id ?? newId()
    return createForm(
      {
        name: team?.name ?? '',
        tier: String(team?.tier ?? 1),
        topics: team?.topics.map(({ name }) => name).join('\n') ?? '',
        always: !team?.hours,
        hours: team?.hours ? writtenHours(team.hours) : usualHours(),
      },
      {
        check: ({ name, tier, always, hours }) => ({
          name: name.trim() ? null : words.settings.nameMissing,
          tier: /^[1-9]$/.test(tier.trim()) ? null : words.settings.between(1, 9),
          hours: always ? null : wrongHours(hours),
        }),
        save: async (values) => {
          saved = await connection.ask('teams:save', {
            team: id,
            version: saved?.version ?? 0,
            name: values.name.trim(),
            tier: Number(values.tier),
            hours: values.always ? null : readHours(values.hours),
            topics: linesOf(values.topics).map((name) => ({ id: topicId(saved, name), name })),
          })
          if (!team) onClose()
        },
      },
    )
  })
  const { name, tier, topics, always, hours } = form.values.value
  const setHours = (change: Partial<WrittenHours>) => form.set({ hours: { ...hours, ...change } })
  return (
    <Dialog title={team ? words.settings.changeTeam(team.name) : words.settings.newTeam} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={words.settings.name} error={form.errors.value.name}>
          {(ids) => <input {...ids} maxLength={80} value={name} onInput={(event) => form.set({ name: event.currentTarget.value })} />}
        </Field>
        <Field label={words.settings.tier} hint={words.settings.tierHint} error={form.errors.value.tier}>
          {(ids) => (
            <input
              {...ids}
              class="short num"
              inputMode="numeric"
              value={tier}
              onInput={(event) => form.set({ tier: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={words.settings.topics} hint={words.settings.topicsHint}>
          {(ids) => <textarea {...ids} rows={4} value={topics} onInput={(event) => form.set({ topics: event.currentTarget.value })} />}
        </Field>
        <fieldset class="choices">
          <legend>{words.settings.hours}</legend>
          <label>
            <input type="radio" name="hours" checked={always} onChange={() => form.set({ always: true })} />
            {words.settings.alwaysOpen}
          </label>
          <label>
            <input type="radio" name="hours" checked={!always} onChange={() => form.set({ always: false })} />
            {words.settings.byHours}
          </label>
        </fieldset>
        {!always && <HoursFields hours={hours} error={form.errors.value.hours} onChange={setHours} />}
        <FormFoot form={form} onReload={onClose}>
          {team && (
            <RemoveButton
              name={team.name}
              remove={() => connection.ask('teams:remove', { team: team.id, version: team.version })}
              onDone={onClose}
            />
          )}
        </FormFoot>
      </form>
    </Dialog>
  )
}

// A topic keeps its id as long as it keeps its name, so that what was asked under it stays under it.
const topicId = (team: TeamSettings | null, name: string) => team?.topics.find((topic) => topic.name === name)?.id ?? newId()
