import type { VNode } from 'preact'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import type { Answers } from '../../../shared/protocol.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'

/** What a form about one team needs. */
interface OfTeam {
  /** Differs whenever the settings were read anew. */
  key: number
  session: Session
  team: TeamSettings
  saved: Answers['routing:read']
  reload: () => void
}

interface ByTeamProps {
  session: Session
  teams: readonly TeamSettings[]
  /** Which reading of the teams this is. */
  turn: number
  draw(form: OfTeam): VNode
}

/** A form for each team, folded where there are many. */
export const ByTeam = ({ session, teams, turn, draw }: ByTeamProps) => (
  <>
    {teams.map((team) => (
      <details key={`${team.id}:${turn}`} class="panel by-team" open={teams.length < 3}>
        <summary>{team.name}</summary>
        <One session={session} team={team} draw={draw} />
      </details>
    ))}
  </>
)

function One({ session, team, draw }: Pick<ByTeamProps, 'session' | 'draw'> & { team: TeamSettings }) {
  const asked = useAsked(session.connection, 'routing:read', { team: team.id })
  return <Loading from={asked}>{(saved) => draw({ key: asked.turn, session, team, saved, reload: asked.again })}</Loading>
}
