import { UserPlus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { PersonDialog } from '../settings/PersonDialog.tsx'

/** Who helps: everybody who is here already, and one more. */
export function PeopleStep({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'people:list', {})
  const [inviting, setInviting] = useState(false)
  const again = () => {
    asked.again()
    void session.setup.load()
  }
  return (
    <div class="stack">
      <Loading from={asked}>
        {({ people }) => (
          <ul class="people-here">
            {people.map(({ id, name, email, state }) => (
              <li key={id}>
                <b>{name || email}</b>
                <span class={state === 'active' ? 'status good' : 'status quiet'}>{words.settings.states[state]}</span>
              </li>
            ))}
          </ul>
        )}
      </Loading>
      <div class="buttons start">
        <button type="button" class="button primary" onClick={() => setInviting(true)}>
          <UserPlus aria-hidden="true" />
          {words.settings.inviteTitle}
        </button>
      </div>
      {inviting && (
        <PersonDialog
          session={session}
          member={null}
          onUndone={again}
          onClose={() => {
            setInviting(false)
            again()
          }}
        />
      )}
    </div>
  )
}
