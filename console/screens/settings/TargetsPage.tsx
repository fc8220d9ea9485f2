import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { ByTeam } from './ByTeam.tsx'
import { TargetsForm } from './TargetsForm.tsx'

/** Within what time each team answers and solves. */
export function TargetsPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'teams:list', {})
  return (
    <>
      <h2>{words.settings.pages.targets}</h2>
      <p class="hint">{laterWords.targets.hint}</p>
      <Loading from={asked}>
        {({ teams }) => (
          <ByTeam session={session} teams={teams} turn={asked.turn} draw={({ key, ...of }) => <TargetsForm key={key} {...of} />} />
        )}
      </Loading>
    </>
  )
}
