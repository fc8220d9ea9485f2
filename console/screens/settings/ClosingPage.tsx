import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { useLater } from '../../../shared/ui/later.ts'
import { words as closingWords, speakOfClosing } from '../../closing-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { ClosingForm } from './ClosingForm.tsx'

/** What each team wants filled in before a ticket of its is resolved. */
export function ClosingPage({ session }: { session: Session }) {
  const isSpoken = useLater(speakOfClosing) !== null
  const asked = useAsked(session.connection, 'teams:list', {})
  return (
    <>
      <h2>{words.settings.pages.closing}</h2>
      {isSpoken ? <p class="hint">{closingWords.closing.hint}</p> : <p role="status">{words.shell.loading}</p>}
      <Loading from={asked}>
        {({ teams }) =>
          isSpoken &&
          teams.map((team) => (
            <details key={`${team.id}:${asked.turn}`} class="panel by-team" open={teams.length < 3}>
              <summary>{team.name}</summary>
              <OfTeam session={session} team={team} />
            </details>
          ))
        }
      </Loading>
    </>
  )
}

function OfTeam({ session, team }: { session: Session; team: TeamSettings }) {
  const asked = useAsked(session.connection, 'routing:read', { team: team.id })
  return (
    <Loading from={asked}>
      {(saved) => <ClosingForm key={asked.turn} session={session} team={team} saved={saved} reload={asked.again} />}
    </Loading>
  )
}
