import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { EmergencyPanel } from './EmergencyPanel.tsx'
import { WaitingForm } from './WaitingForm.tsx'

/** What becomes of those who wait and of those who fall silent, team by team. */
export function WaitingPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'teams:list', {})
  return (
    <>
      <h2>{words.settings.pages.waiting}</h2>
      <p class="hint">{laterWords.rules.hint}</p>
      <Loading from={asked}>
        {({ teams }) => (
          <>
            <EmergencyPanel session={session} teams={teams} onDone={asked.again} />
            {teams.map((team) => (
              <details key={`${team.id}:${asked.turn}`} class="panel by-team" open={teams.length < 3}>
                <summary>{team.name}</summary>
                <OfTeam session={session} team={team} teams={teams} />
              </details>
            ))}
          </>
        )}
      </Loading>
    </>
  )
}

function OfTeam({ session, team, teams }: { session: Session; team: TeamSettings; teams: readonly TeamSettings[] }) {
  const asked = useAsked(session.connection, 'routing:read', { team: team.id })
  return (
    <Loading from={asked}>
      {(saved) => (
        <WaitingForm
          key={asked.turn}
          session={session}
          team={team}
          others={teams.filter(({ id }) => id !== team.id)}
          saved={saved}
          reload={asked.again}
        />
      )}
    </Loading>
  )
}
