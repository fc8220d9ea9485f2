import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { ByTeam } from './ByTeam.tsx'
import { DistributionForm } from './DistributionForm.tsx'

/** Who is given what of each team's line, and how. */
export function DistributionPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'teams:list', {})
  return (
    <>
      <h2>{words.settings.pages.distribution}</h2>
      <p class="hint">{laterWords.distribution.hint}</p>
      <Loading from={asked}>
        {({ teams }) => (
          <ByTeam session={session} teams={teams} turn={asked.turn} draw={({ key, ...of }) => <DistributionForm key={key} {...of} />} />
        )}
      </Loading>
    </>
  )
}
