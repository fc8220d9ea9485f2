import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { PhoneForm } from './PhoneForm.tsx'

/** The telephone system that tells who is calling whom. */
export function PhonePage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'telephony:read', {})
  const people = useAsked(session.connection, 'people:list', {})
  return (
    <>
      <h2>{words.settings.pages.phone}</h2>
      <p class="hint">{laterWords.calls.system.hint}</p>
      <Loading from={asked}>
        {(telephony) => (
          <Loading from={people}>
            {(all) => (
              <PhoneForm
                key={asked.turn}
                telephony={telephony}
                agents={all.people.filter(({ state }) => state !== 'disabled')}
                session={session}
                reload={asked.again}
              />
            )}
          </Loading>
        )}
      </Loading>
    </>
  )
}
