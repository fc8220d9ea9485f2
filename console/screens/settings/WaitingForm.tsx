import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { readRules, type WrittenRules, writtenRules, wrongRules } from '../../models/waiting-rules.ts'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { ToTrial } from '../../parts/ToTrial.tsx'
import { words } from '../../words.ts'
import { WaitingFields } from './WaitingFields.tsx'

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
      <WaitingFields form={form} others={others} />
      <FormFoot form={form} onReload={reload} canDiscard>
        {form.isChanged.value && <ToTrial />}
      </FormFoot>
    </form>
  )
}
