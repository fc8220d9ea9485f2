import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { asWanted, namedTopics, readOpening, type WrittenTopic, writtenOpening } from '../../models/teams.ts'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { words } from '../../words.ts'
import { wrongHours } from './HoursFields.tsx'
import { OpeningFields } from './OpeningFields.tsx'
import { TopicFields } from './TopicFields.tsx'

export interface TeamFormProps {
  session: Session
  team: TeamSettings
  reload: () => void
  onSaved?: () => void
  /** Told what stands in the fields. */
  onTopics?: (topics: readonly WrittenTopic[]) => void
  label?: string
  /** A way on without saving. */
  leave?: JSX.Element
}

/** The topics of one team. */
export function TopicsForm({ session, team, reload, onSaved, onTopics }: TeamFormProps) {
  const [form] = useState(() => {
    const save = saving(session, team)
    return createForm(
      { topics: team.topics },
      {
        unsaved: session.unsaved.of(`topics:${team.id}`),
        check: ({ topics }) => ({ topics: topics.length > 50 ? words.settings.topicsMany : null }),
        save: ({ topics }) => save({ topics: namedTopics(topics) }),
        saved: (undo) => {
          session.notices.done(words.settings.savedTeam(team.name), undo)
          onSaved?.()
        },
      },
    )
  })
  const { topics } = form.values.value
  useEffect(() => onTopics?.(topics), [topics])
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <TopicFields topics={topics} onChange={(topics) => form.set({ topics })} />
      {form.errors.value.topics && <p class="error">{form.errors.value.topics}</p>}
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}

/** The opening hours of one team. */
export function OpeningForm({ session, team, reload, onSaved, label, leave }: TeamFormProps) {
  const [form] = useState(() => {
    const save = saving(session, team)
    return createForm(writtenOpening(team), {
      unsaved: session.unsaved.of(`hours:${team.id}`),
      check: ({ always, hours }) => ({ hours: always ? null : wrongHours(hours) }),
      save: (opening) => save({ hours: readOpening(opening) }),
      saved: (undo) => {
        session.notices.done(words.settings.savedTeam(team.name), undo)
        onSaved?.()
      },
    })
  })
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <OpeningFields opening={form.values.value} error={form.errors.value.hours} onChange={form.set} />
      <FormFoot form={form} label={label} onReload={reload} canDiscard={!leave}>
        {leave}
      </FormFoot>
    </form>
  )
}

/** Saves one side of a team, again and again, and leaves the others as they were last seen. */
function saving({ connection, desk, setup }: Session, team: TeamSettings) {
  let seen = team
  return async (change: Partial<Pick<TeamSettings, 'topics' | 'hours'>>) => {
    seen = await connection.ask('teams:save', asWanted({ ...seen, ...change }))
    void desk.look()
    void setup.load()
  }
}
