import type { JSX } from 'preact'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { OpeningForm } from '../settings/TeamForms.tsx'

/** When the first team takes chats. */
export function HoursStep({ session, onDone, leave }: { session: Session; onDone: () => void; leave: JSX.Element }) {
  const asked = useAsked(session.connection, 'teams:list', {})
  return (
    <Loading from={asked}>
      {({ teams: [first] }) =>
        first ? (
          <OpeningForm
            key={asked.turn}
            session={session}
            team={first}
            reload={asked.again}
            onSaved={onDone}
            label={words.setup.saveAndGoOn}
            leave={leave}
          />
        ) : null
      }
    </Loading>
  )
}
