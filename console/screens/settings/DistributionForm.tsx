import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import { readDistribution, type WrittenDistribution, writtenDistribution, wrongDistribution } from '../../models/distribution.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { ToTrial } from '../../parts/ToTrial.tsx'
import { words } from '../../words.ts'
import { DistributionFields } from './DistributionFields.tsx'

interface DistributionFormProps {
  session: Session
  team: TeamSettings
  saved: { routing: TeamRouting; version: number }
  reload: () => void
}

/** How one team's line is given out. What else its routing says stays as it is. */
export function DistributionForm({ session, team, saved, reload }: DistributionFormProps) {
  const { connection, notices, unsaved } = session
  const [form] = useState(() => {
    let { routing, version } = saved
    return createForm<WrittenDistribution>(writtenDistribution(routing), {
      unsaved: unsaved.of(`distribution:${team.id}`),
      check: wrongDistribution,
      save: async (written) => {
        const wanted = { ...routing, ...readDistribution(written) }
        const answer = await connection.ask('routing:save', { team: team.id, version, routing: wanted })
        routing = answer.routing
        version = answer.version
      },
      saved: (undo) => notices.done(words.settings.savedTeam(team.name), undo),
    })
  })
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <DistributionFields form={form} />
      <FormFoot form={form} onReload={reload} canDiscard>
        {form.isChanged.value && <ToTrial />}
      </FormFoot>
    </form>
  )
}
