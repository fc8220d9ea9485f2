import { useState } from 'preact/hooks'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { namedTopics, type WrittenTopic } from '../../models/teams.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { OpeningForm, TopicsForm } from './TeamForms.tsx'
import { WidgetPreview } from './WidgetPreview.tsx'

/** What requesters may choose from, and which team each choice leads to; beside it, how they will see it. */
export function TopicsPage({ session }: { session: Session }) {
  const { answer } = useAsked(session.connection, 'look:read', {})
  const [written, setWritten] = useState<ReadonlyMap<string, readonly WrittenTopic[]>>(new Map())
  const topics = [...written.values()].flatMap((ofTeam) => namedTopics(ofTeam).map(({ name }) => name))
  return (
    <>
      <h2>{words.settings.pages.topics}</h2>
      <p class="hint">{words.settings.topicsPageHint}</p>
      <div class="with-preview">
        <div class="stack">
          <ByTeam session={session} Form={TopicsForm} onTopics={(team, now) => setWritten((before) => new Map(before).set(team, now))} />
        </div>
        {answer && <WidgetPreview look={answer.look} topics={topics} />}
      </div>
    </>
  )
}

/** When each team takes chats. */
export const HoursPage = ({ session }: { session: Session }) => (
  <>
    <h2>{words.settings.pages.hours}</h2>
    <p class="hint">{words.settings.hoursPageHint}</p>
    <ByTeam session={session} Form={OpeningForm} />
  </>
)

interface ByTeamProps {
  session: Session
  Form: typeof TopicsForm
  onTopics?: (team: string, topics: readonly WrittenTopic[]) => void
}

/** One form a team. */
function ByTeam({ session, Form, onTopics }: ByTeamProps) {
  const asked = useAsked(session.connection, 'teams:list', {})
  return (
    <Loading from={asked}>
      {({ teams }) =>
        teams.map((team) => (
          <details key={`${team.id}:${asked.turn}`} class="panel by-team" open={teams.length < 4}>
            <summary>{team.name}</summary>
            <Form session={session} team={team} reload={asked.again} onTopics={(topics) => onTopics?.(team.id, topics)} />
          </details>
        ))
      }
    </Loading>
  )
}
