import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { OpeningForm, TopicsForm } from './TeamForms.tsx'

/** What requesters may choose from, and which team each choice leads to. */
export const TopicsPage = ({ session }: { session: Session }) => (
  <ByTeam session={session} title={words.settings.pages.topics} hint={words.settings.topicsPageHint} Form={TopicsForm} />
)

/** When each team takes chats. */
export const HoursPage = ({ session }: { session: Session }) => (
  <ByTeam session={session} title={words.settings.pages.hours} hint={words.settings.hoursPageHint} Form={OpeningForm} />
)

interface ByTeamProps {
  session: Session
  title: string
  hint: string
  Form: typeof TopicsForm
}

/** One form a team. */
function ByTeam({ session, title, hint, Form }: ByTeamProps) {
  const asked = useAsked(session.connection, 'teams:list', {})
  return (
    <>
      <h2>{title}</h2>
      <p class="hint">{hint}</p>
      <Loading from={asked}>
        {({ teams }) =>
          teams.map((team) => (
            <details key={`${team.id}:${asked.turn}`} class="panel by-team" open={teams.length < 4}>
              <summary>{team.name}</summary>
              <Form session={session} team={team} reload={asked.again} />
            </details>
          ))
        }
      </Loading>
    </>
  )
}
