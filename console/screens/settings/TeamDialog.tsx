import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { namedTopics, readOpening, type WrittenOpening, type WrittenTopic, writtenOpening } from '../../models/teams.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { words } from '../../words.ts'
import { wrongHours } from './HoursFields.tsx'
import { OpeningFields } from './OpeningFields.tsx'
import { RemoveButton } from './RemoveButton.tsx'
import { TopicFields } from './TopicFields.tsx'

interface TeamDialogProps {
  session: Session
  /** Null: a new one. */
  team: TeamSettings | null
  onClose: () => void
  /** Something was taken back after this dialog was closed. */
  onUndone: () => void
}

interface Written extends WrittenOpening {
  name: string
  tier: string
  topics: readonly WrittenTopic[]
}

/** A team: what it is called, its tier, its topics and its hours. */
export function TeamDialog({ session: { connection, notices, setup }, team, onClose, onUndone }: TeamDialogProps) {
  const [form] = useState(() => {
    let version = team?.version ?? 0
    const id = team?.id ?? newId()
    return createForm<Written>(
      { name: team?.name ?? '', tier: String(team?.tier ?? 1), topics: team?.topics ?? [], ...writtenOpening(team) },
      {
        check: ({ name, tier, always, hours }) => ({
          name: name.trim() ? null : words.settings.nameMissing,
          tier: /^[1-9]$/.test(tier.trim()) ? null : words.settings.between(1, 9),
          hours: always ? null : wrongHours(hours),
        }),
        about: { 'name-taken': 'name' },
        save: async ({ name, tier, topics, ...opening }) => {
          const wanted = { name: name.trim(), tier: Number(tier), topics: namedTopics(topics), hours: readOpening(opening) }
          version = (await connection.ask('teams:save', { team: id, version, ...wanted })).version
          void setup.load()
        },
        saved: (undo) => {
          const takeBack = team ? undo : () => connection.ask('teams:remove', { team: id, version })
          notices.done(words.settings.savedPage, () => takeBack().then(onUndone))
          onClose()
        },
      },
    )
  })
  /** It comes back with its topics, its members, and what they kept for it. */
  const remove = async (removed: TeamSettings) => {
    await connection.ask('teams:remove', { team: removed.id, version: removed.version })
    void setup.load()
    notices.done(words.settings.removed(removed.name), async () => {
      await connection.ask('teams:restore', { team: removed.id })
      void setup.load()
      onUndone()
    })
  }
  const { name, tier, topics } = form.values.value
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
        <TopicFields topics={topics} onChange={(written) => form.set({ topics: written })} />
        <OpeningFields opening={form.values.value} error={form.errors.value.hours} onChange={form.set} />
        <FormFoot form={form} onReload={onClose}>
          {team && <RemoveButton remove={() => remove(team)} onDone={onClose} />}
        </FormFoot>
      </form>
    </Dialog>
  )
}
