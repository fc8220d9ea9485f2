import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { asWanted, namedTopics, type WrittenTopic } from '../../models/teams.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { TopicFields } from '../settings/TopicFields.tsx'

interface StepProps {
  session: Session
  onDone: () => void
  /** The way on without saving. */
  leave: JSX.Element
}

/** The team that answers first, and what it can be asked about. */
export function TeamStep({ session, onDone, leave }: StepProps) {
  const asked = useAsked(session.connection, 'teams:list', {})
  return (
    <Loading from={asked}>
      {({ teams: [first] }) =>
        first ? <FirstTeam key={asked.turn} session={session} team={first} reload={asked.again} onDone={onDone} leave={leave} /> : null
      }
    </Loading>
  )
}

interface FirstTeamProps extends StepProps {
  team: TeamSettings
  reload: () => void
}

function FirstTeam({ session: { connection, desk, notices, setup }, team, reload, onDone, leave }: FirstTeamProps) {
  const [form] = useState(() => {
    let seen = team
    return createForm<{ name: string; topics: readonly WrittenTopic[] }>(
      { name: team.name, topics: team.topics },
      {
        check: ({ name }) => ({ name: name.trim() ? null : words.settings.nameMissing }),
        about: { 'name-taken': 'name' },
        save: async ({ name, topics }) => {
          seen = await connection.ask('teams:save', { ...asWanted(seen), name: name.trim(), topics: namedTopics(topics) })
          await Promise.all([desk.look(), setup.load()])
        },
        saved: (undo) => {
          notices.done(words.settings.savedPage, undo)
          onDone()
        },
      },
    )
  })
  const { name, topics } = form.values.value
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <Field label={words.setup.teamName} error={form.errors.value.name}>
        {(ids) => <input {...ids} maxLength={80} value={name} onInput={({ currentTarget }) => form.set({ name: currentTarget.value })} />}
      </Field>
      <TopicFields topics={topics} onChange={(written) => form.set({ topics: written })} />
      <FormFoot form={form} label={words.setup.saveAndGoOn} onReload={reload}>
        {leave}
      </FormFoot>
    </form>
  )
}
