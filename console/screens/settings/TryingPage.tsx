import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { TryingForm } from './TryingForm.tsx'

/** Settings tried out on traffic: how long people would wait by them. */
export function TryingPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'teams:list', {})
  return (
    <>
      <h2>{words.settings.pages.trying}</h2>
      <p class="hint">{words.trying.hint}</p>
      <Loading from={asked}>{({ teams }) => <OfTeams session={session} teams={teams} />}</Loading>
    </>
  )
}

function OfTeams({ session, teams }: { session: Session; teams: readonly TeamSettings[] }) {
  const [chosen, setChosen] = useState(teams[0]?.id ?? '')
  const team = teams.find(({ id }) => id === chosen)
  return (
    <>
      <div class="trial-team">
        <Field label={words.trying.team}>
          {(ids) => (
            <select {...ids} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
              {teams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {team && <OfTeam key={team.id} session={session} team={team} />}
    </>
  )
}

function OfTeam({ session, team }: { session: Session; team: TeamSettings }) {
  const asked = useAsked(session.connection, 'routing:read', { team: team.id })
  return <Loading from={asked}>{({ routing }) => <TryingForm session={session} team={team.id} routing={routing} />}</Loading>
}
