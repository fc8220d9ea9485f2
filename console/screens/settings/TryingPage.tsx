import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { TryingForm } from './TryingForm.tsx'

/** Settings tried out on traffic: how long people would wait by them. */
export function TryingPage({ session }: { session: Session }) {
  const [teams, numbers] = [useAsked(session.connection, 'teams:list', {}), useAsked(session.connection, 'settings:read', {})]
  return (
    <>
      <h2>{words.settings.pages.trying}</h2>
      <p class="hint">{laterWords.trying.hint}</p>
      <Loading from={teams}>
        {({ teams: [first, ...others] }) => (
          <Loading from={numbers}>
            {({ settings }) =>
              first ? <TryingForm session={session} teams={[first, ...others]} numbers={settings} /> : <p>{laterWords.trying.noTeams}</p>
            }
          </Loading>
        )}
      </Loading>
    </>
  )
}
