import { FlaskConical, ListChecks, X } from 'lucide-preact'
import { setupSteps } from '../../shared/setup.ts'
import { useLater } from '../../shared/ui/later.ts'
import type { Session } from '../models/session.ts'
import { linkTo, route } from '../router.ts'
import { words } from '../words.ts'
import { EmergencySign } from './EmergencySign.tsx'
import { loadTogether } from './together.ts'

/** Above the screens: that teams are closed in an emergency, that all of this is made up, or what the desk still needs. */
export function DeskStrip({ session }: { session: Session }) {
  const together = useLater(loadTogether, session.desk.me.value !== undefined)
  return (
    <div class="strip-place">
      <EmergencySign session={session} />
      {together && <together.Together session={session} />}
      {session.setup.profile.value?.isDemonstration ? <Demonstration session={session} /> : <Checklist session={session} />}
    </div>
  )
}

function Demonstration({ session: { me } }: { session: Session }) {
  return (
    <aside class="strip made-up" aria-label={words.setup.demonstration}>
      <FlaskConical aria-hidden="true" />
      <p>
        <b>{words.setup.demonstration}</b> <span class="wide-only">{words.setup.allMadeUp}</span>
      </p>
      {me.role === 'administrator' && (
        <a class="link" href={linkTo({ at: 'settings', page: 'demonstration' })}>
          {words.setup.removeIt}
        </a>
      )}
    </aside>
  )
}

/** Above the chats alone, until it is hidden; the rail leads there as long as anything is left. */
function Checklist({ session: { setup } }: { session: Session }) {
  const [next] = setup.left.value
  if (!next || !setup.isWanted.value || setup.isHidden.value || route.value.at !== 'chats') return null
  const done = setupSteps.length - setup.left.value.length
  return (
    <aside class="strip" aria-label={words.setup.title}>
      <ListChecks aria-hidden="true" />
      <p>
        <b>{words.setup.progress(done, setupSteps.length)}</b> <span class="wide-only">{words.setup.next(words.setup.steps[next])}</span>
      </p>
      <progress class="wide-only" max={setupSteps.length} value={done} aria-label={words.setup.progress(done, setupSteps.length)} />
      <a class="link" href={linkTo({ at: 'setup', step: next })}>
        {words.setup.goOn}
      </a>
      <button
        type="button"
        class="icon-button"
        aria-label={words.setup.hide}
        title={words.setup.hide}
        onClick={() => {
          setup.isHidden.value = true
        }}
      >
        <X aria-hidden="true" />
      </button>
    </aside>
  )
}
