import { useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { TeamDialog } from './TeamDialog.tsx'

/** The teams: their tier, their topics, and when they take chats. */
export function TeamsPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'teams:list', {})
  const [editing, setEditing] = useState<TeamSettings | 'new' | null>(null)
  const again = () => {
    asked.again()
    void session.desk.look()
  }
  const close = () => {
    setEditing(null)
    again()
  }
  return (
    <>
      <header class="page-head">
        <h2>{words.settings.pages.teams}</h2>
        <button type="button" class="button primary" onClick={() => setEditing('new')}>
          {words.settings.newTeam}
        </button>
      </header>
      <Loading from={asked}>
        {({ teams }) => (
          <div class="table-room">
            <table class="stacks">
              <thead>
                <tr>
                  <th>{words.settings.name}</th>
                  <th class="right wide-only">{words.settings.tier}</th>
                  <th class="grow">{words.settings.topics}</th>
                  <th>{words.settings.hours}</th>
                </tr>
              </thead>
              <tbody>
                {teams.map((team) => (
                  <tr key={team.id}>
                    <td class="wrap">
                      <button type="button" class="link" onClick={() => setEditing(team)}>
                        {team.name}
                      </button>
                    </td>
                    <td class="right num wide-only">{team.tier}</td>
                    <td class="grow" data-label={words.settings.topics}>
                      {team.topics.map(({ name }) => name).join(', ')}
                    </td>
                    <td class="wrap" data-label={words.settings.hours}>
                      {team.hours ? words.settings.openByHours(team.hours.zone) : words.settings.alwaysOpen}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loading>
      {editing && <TeamDialog session={session} team={editing === 'new' ? null : editing} onClose={close} onUndone={again} />}
    </>
  )
}
