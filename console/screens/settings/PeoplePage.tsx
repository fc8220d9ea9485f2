import { useState } from 'preact/hooks'
import type { Member } from '../../../shared/protocol/people.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { PersonDialog } from './PersonDialog.tsx'

/** Everyone who helps: invited, changed, disabled. */
export function PeoplePage({ session }: { session: Session }) {
  const { connection, desk } = session
  const asked = useAsked(connection, 'people:list', {})
  const [editing, setEditing] = useState<Member | 'new' | null>(null)
  const teams = desk.board.value?.teams ?? []
  const teamNames = (ids: string[]) => teams.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const again = () => {
    asked.again()
    void session.setup.load()
  }
  const close = () => {
    setEditing(null)
    again()
  }
  return (
    <>
      <header class="page-head">
        <h2>{words.settings.pages.people}</h2>
        <button type="button" class="button primary" onClick={() => setEditing('new')}>
          {words.settings.invite}
        </button>
      </header>
      <Loading from={asked}>
        {({ people }) => (
          <div class="table-room">
            <table>
              <thead>
                <tr>
                  <th>{words.settings.name}</th>
                  <th class="wide-only">{words.shell.email}</th>
                  <th>{words.settings.role}</th>
                  <th class="wide-only">{words.settings.teams}</th>
                  <th class="right wider-only">{words.settings.capacity}</th>
                  <th>{words.settings.state}</th>
                  <th class="wider-only">{words.settings.lastSeen}</th>
                </tr>
              </thead>
              <tbody>
                {people.map((member) => (
                  <tr key={member.id}>
                    <td class="wrap">
                      <button type="button" class="link" onClick={() => setEditing(member)}>
                        {member.name || member.email}
                      </button>
                    </td>
                    <td class="wide-only">{member.email}</td>
                    <td>{words.shell.roles[member.role]}</td>
                    <td class="wide-only wrap">{teamNames(member.teams).join(', ') || words.settings.noTeams}</td>
                    <td class="right num wider-only">{member.capacity}</td>
                    <td>{words.settings.states[member.state]}</td>
                    <td class="num wider-only">{member.lastSeen ? asMoment(member.lastSeen) : words.settings.never}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loading>
      {editing && <PersonDialog session={session} member={editing === 'new' ? null : editing} onClose={close} onUndone={again} />}
    </>
  )
}
