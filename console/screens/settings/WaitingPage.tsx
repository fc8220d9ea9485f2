import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { ByTeam } from './ByTeam.tsx'
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
            <ByTeam
              session={session}
              teams={teams}
              turn={asked.turn}
              draw={({ key, ...of }) => <WaitingForm key={key} {...of} others={teams.filter(({ id }) => id !== of.team.id)} />}
            />
          </>
        )}
      </Loading>
    </>
  )
}
