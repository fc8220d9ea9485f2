import { Check } from 'lucide-preact'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type SetupStep, setupSteps } from '../../shared/setup.ts'
import { useCurrentInView } from '../models/current.ts'
import type { Session } from '../models/session.ts'
import { go, linkTo } from '../router.ts'
import { words } from '../words.ts'
import { HoursStep } from './setup/HoursStep.tsx'
import { NameStep } from './setup/NameStep.tsx'
import { PageStep } from './setup/PageStep.tsx'
import { PeopleStep } from './setup/PeopleStep.tsx'
import { TeamStep } from './setup/TeamStep.tsx'
import { TryStep } from './setup/TryStep.tsx'

/** The first minutes: a few short steps that can be left at any time and taken up again. */
export function Setup({ session, step }: { session: Session; step: SetupStep | null }) {
  const { setup } = session
  const state = setup.state.value
  const nav = useRef<HTMLElement>(null)
  const here = step ?? setup.left.value[0] ?? null
  useEffect(() => void setup.load(), [setup, step])
  useCurrentInView(nav, here)
  if (session.me.role !== 'administrator' || !state) {
    return (
      <main class="page" id="content" tabIndex={-1}>
        <p role="status">{session.me.role === 'administrator' ? words.shell.loading : words.shell.notFoundText}</p>
      </main>
    )
  }
  if (setup.profile.value?.isDemonstration) return <Demonstration />
  return (
    <main class="page setup" id="content" tabIndex={-1}>
      <header>
        <h1>{words.setup.title}</h1>
        <p class="hint">{words.setup.intro}</p>
      </header>
      <nav ref={nav} aria-label={words.setup.stepsLabel}>
        <ol class="setup-steps">
          {setupSteps.map((one) => (
            <li key={one} class={isSettled(session, one) ? 'settled' : ''}>
              <a href={linkTo({ at: 'setup', step: one })} aria-current={one === here ? 'step' : undefined}>
                <span class="tick" aria-hidden="true">
                  {state.done[one] && <Check />}
                </span>
                {words.setup.steps[one]}
                {isSettled(session, one) && (
                  <span class="sr-only">{`: ${state.done[one] ? words.setup.isDone : words.setup.isSkipped}`}</span>
                )}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <section class="panel" aria-label={here ? words.setup.steps[here] : words.setup.ready}>
        {here ? <Step key={here} session={session} step={here} /> : <Ready />}
      </section>
      <p class="later">
        {here && (
          <a class="link" href={linkTo({ at: 'chats', conversation: null })}>
            {words.setup.later}
          </a>
        )}
        {setup.isWanted.value && (
          <button type="button" class="link" onClick={() => void putAway(session)}>
            {words.setup.dismiss}
          </button>
        )}
      </p>
    </main>
  )
}

/** Nothing leads here any more but the settings. */
async function putAway({ setup, notices }: Session) {
  try {
    await setup.dismiss(true)
    go({ at: 'chats', conversation: null })
    notices.done(words.setup.putAway, () => setup.dismiss(false))
  } catch (error) {
    notices.refused(error)
  }
}

/** There is nothing to set up where everything goes again. */
function Demonstration() {
  return (
    <main class="page" id="content" tabIndex={-1}>
      <h1>{words.setup.demonstration}</h1>
      <p>{words.setup.lookAround}</p>
      <div class="buttons start">
        <a class="button primary" href={linkTo({ at: 'chats', conversation: null })}>
          {words.setup.toChats}
        </a>
        <a class="button" href={linkTo({ at: 'settings', page: 'demonstration' })}>
          {words.setup.remove}
        </a>
      </div>
    </main>
  )
}

const isSettled = ({ setup }: Session, step: SetupStep) => !setup.left.value.includes(step)

function Step({ session, step }: { session: Session; step: SetupStep }) {
  const { setup, notices } = session
  const next = setupSteps[setupSteps.indexOf(step) + 1] ?? null
  const goOn = async () => {
    try {
      if (setup.left.value.includes(step)) await setup.skip(step)
      go({ at: 'setup', step: next })
    } catch (error) {
      notices.refused(error)
    }
  }
  /** What was saved as it was before is settled too. */
  const onDone = () => void setup.load().then(goOn)
  const wasSettled = isSettled(session, step)
  const leave = (
    <button type="button" class={wasSettled && !asksToSave(step) ? 'button primary' : 'button'} onClick={() => void goOn()}>
      {wasSettled ? words.setup.toNext : words.setup.leaveIt}
    </button>
  )
  return (
    <>
      <h2>{words.setup.questions[step]}</h2>
      <p class="hint">{words.setup.hints[step]}</p>
      <StepForm session={session} step={step} onDone={onDone} leave={leave} />
      {!asksToSave(step) && (
        <footer class="form-foot">
          <div class="buttons">{leave}</div>
        </footer>
      )}
    </>
  )
}

/** Steps that are one form: its button and the way around it stand side by side. */
const asksToSave = (step: SetupStep) => step === 'name' || step === 'team' || step === 'hours'

interface StepFormProps {
  session: Session
  step: SetupStep
  onDone: () => void
  /** The way on without saving. */
  leave: JSX.Element
}

function StepForm({ session, step, onDone, leave }: StepFormProps) {
  switch (step) {
    case 'name':
      return <NameStep session={session} onDone={onDone} leave={leave} />
    case 'team':
      return <TeamStep session={session} onDone={onDone} leave={leave} />
    case 'hours':
      return <HoursStep session={session} onDone={onDone} leave={leave} />
    case 'people':
      return <PeopleStep session={session} />
    case 'page':
      return <PageStep session={session} />
    case 'try':
      return <TryStep session={session} />
  }
}

function Ready() {
  return (
    <>
      <h2>{words.setup.ready}</h2>
      <p>{words.setup.readyText}</p>
      <div class="buttons start">
        <a class="button primary" href={linkTo({ at: 'chats', conversation: null })}>
          {words.setup.toChats}
        </a>
      </div>
    </>
  )
}
