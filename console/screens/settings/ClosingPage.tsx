import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { ByTeam } from './ByTeam.tsx'
import { ClosingForm } from './ClosingForm.tsx'

/** What each team wants filled in before a ticket of its is resolved. */
export function ClosingPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'teams:list', {})
  return (
    <>
      <h2>{words.settings.pages.closing}</h2>
      <p class="hint">{laterWords.closing.hint}</p>
      <Loading from={asked}>
        {({ teams }) => (
          <ByTeam session={session} teams={teams} turn={asked.turn} draw={({ key, ...of }) => <ClosingForm key={key} {...of} />} />
        )}
      </Loading>
    </>
  )
}
