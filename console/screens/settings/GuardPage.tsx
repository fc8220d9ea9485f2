import { useLater } from '../../../shared/ui/later.ts'
import { warningLater } from '../../../shared/ui/useGuard.tsx'
import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { GuardCounts } from './GuardCounts.tsx'
import { GuardForm } from './GuardForm.tsx'

/** What nobody should write here, and how often it came all the same. */
export function GuardPage({ session }: { session: Session }) {
  const isThere = useLater(warningLater) !== null
  const asked = useAsked(session.connection, 'guard:read', {})
  return (
    <>
      <h2>{words.settings.pages.guard}</h2>
      {!isThere && <p role="status">{words.shell.loading}</p>}
      {isThere && (
        <>
          <p class="hint">{laterWords.guard.hint}</p>
          <Loading from={asked}>{(saved) => <GuardForm key={asked.turn} session={session} saved={saved} reload={asked.again} />}</Loading>
          <GuardCounts session={session} />
        </>
      )}
    </>
  )
}
