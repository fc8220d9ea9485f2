import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import type { DeskSettings } from '../../../shared/queue.ts'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import { useAsked } from '../../models/asked.ts'
import { type WrittenNumbers, waitedBy, writtenNumbers, wrongNumbers } from '../../models/desk-numbers.ts'
import { type WrittenDistribution, writtenDistribution, wrongDistribution } from '../../models/distribution.ts'
import { createDraft } from '../../models/form.ts'
import type { ProposalModel } from '../../models/proposal.ts'
import type { Session } from '../../models/session.ts'
import { type WrittenRules, writtenRules, wrongRules } from '../../models/waiting-rules.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { DistributionFields } from './DistributionFields.tsx'
import { NumberFields } from './NumberFields.tsx'
import { WaitingFields } from './WaitingFields.tsx'

interface ByHandFieldsProps {
  session: Session
  proposal: ProposalModel
  teams: readonly TeamSettings[]
  numbers: DeskSettings
  /** A team by its id; empty is the whole desk. */
  place: string
}

/** The fields of the settings by which one team, or the whole desk, lets people wait. What is written stands on their pages too. */
export function ByHandFields({ session, proposal, teams, numbers, place }: ByHandFieldsProps) {
  const team = teams.find(({ id }) => id === place)
  if (!team) return <OfDesk proposal={proposal} numbers={numbers} />
  return <OfTeam session={session} proposal={proposal} team={team} others={teams.filter(({ id }) => id !== place)} />
}

function OfDesk({ proposal, numbers }: Pick<ByHandFieldsProps, 'proposal' | 'numbers'>) {
  const [form] = useState(() =>
    createDraft(writtenNumbers(numbers), { check: wrongNumbers, unsaved: proposal.unsavedOf<WrittenNumbers>('numbers') }),
  )
  return (
    <details class="panel by-team" open>
      <summary>{words.settings.pages.desk}</summary>
      <div class="stack">
        <NumberFields form={form} names={waitedBy} />
      </div>
    </details>
  )
}

interface OfTeamProps extends Pick<ByHandFieldsProps, 'session' | 'proposal'> {
  team: TeamSettings
  others: readonly TeamSettings[]
}

function OfTeam({ session, ...rest }: OfTeamProps) {
  const asked = useAsked(session.connection, 'routing:read', { team: rest.team.id })
  return <Loading from={asked}>{({ routing }) => <Drafts {...rest} routing={routing} />}</Loading>
}

function Drafts({ proposal, team, others, routing }: Omit<OfTeamProps, 'session'> & { routing: TeamRouting }) {
  const [{ distribution, rules }] = useState(() => ({
    distribution: createDraft(writtenDistribution(routing), {
      check: wrongDistribution,
      unsaved: proposal.unsavedOf<WrittenDistribution>(`distribution:${team.id}`),
    }),
    rules: createDraft(writtenRules(routing), {
      check: (written) => wrongRules(written, others),
      unsaved: proposal.unsavedOf<WrittenRules>(`waiting:${team.id}`),
    }),
  }))
  const [isRuled] = useState(rules.isChanged.peek())
  return (
    <>
      <details class="panel by-team" open={!isRuled || distribution.isChanged.peek()}>
        <summary>{words.settings.pages.distribution}</summary>
        <div class="stack">
          <DistributionFields form={distribution} />
        </div>
      </details>
      <details class="panel by-team" open={isRuled}>
        <summary>{words.settings.pages.waiting}</summary>
        <div class="stack">
          <WaitingFields form={rules} others={others} />
        </div>
      </details>
    </>
  )
}
