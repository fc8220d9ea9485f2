import { FlaskConical, ListChecks, X } from 'lucide-preact'
import { setupSteps } from '../../shared/setup.ts'
import type { Session } from '../models/session.ts'
import { linkTo, route } from '../router.ts'
import { words } from '../words.ts'

/** Above every screen: that all of this is made up, or what the desk still needs. */
export function DeskStrip({ session }: { session: Session }) {
  return (
    <div class="strip-place">
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

/** Stays until nothing is left, or until it is put away; the settings still lead to it then. */
function Checklist({ session: { setup, notices } }: { session: Session }) {
  const { state, left } = setup
  const [next] = left.value
  if (!state.value || state.value.dismissed || !next || route.value.at === 'setup') return null
  const done = setupSteps.length - left.value.length
  const dismiss = () =>
    setup.dismiss(true).then(
      () => notices.done(words.setup.putAway, () => setup.dismiss(false)),
      (error: unknown) => notices.refused(error),
    )
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
      <button type="button" class="icon-button" aria-label={words.setup.dismiss} title={words.setup.dismiss} onClick={() => void dismiss()}>
        <X aria-hidden="true" />
      </button>
    </aside>
  )
}
