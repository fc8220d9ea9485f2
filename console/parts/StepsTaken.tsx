import { CircleCheck, CircleMinus, CircleX } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Conversation } from '../../shared/conversation.ts'
import { type Outcome, outcomes } from '../../shared/guide.ts'
import type { StepTaken } from '../../shared/step.ts'
import { timeOf } from '../../shared/ui/times.ts'
import { nameIn } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'

interface StepsTakenProps {
  chat: AgentChat
  session: Session
  state: Conversation
}

/** What was tried so far, in order, as it was logged; and one more, in a line. */
export function StepsTaken({ chat, session, state }: StepsTakenProps) {
  const { steps = [] } = state.ticket
  const nameOf = nameIn(chat, session.desk)
  return (
    <section class="card steps-taken" aria-label={words.tickets.steps.title}>
      <h2>
        {words.tickets.steps.title} <small>{words.tickets.steps.hint}</small>
      </h2>
      {steps.length > 0 && (
        <ol>
          {steps.map((step, at) => (
            <Step key={at} step={step} by={nameOf(step.by)} />
          ))}
        </ol>
      )}
      <LogStep chat={chat} session={session} requester={state.requester} />
    </section>
  )
}

function Step({ step, by }: { step: StepTaken; by: string }) {
  const Mark = step.outcome === 'done' || step.outcome === 'choice' ? CircleCheck : step.outcome === 'skipped' ? CircleMinus : CircleX
  const how = [step.outcome === 'choice' ? '' : words.tickets.steps.outcomes[step.outcome], step.answer ?? ''].filter(Boolean).join(': ')
  return (
    <li class={step.outcome}>
      <Mark aria-hidden="true" />
      <span>
        {step.what} <small>{how}</small>
      </span>
      <small title={by}>
        <span class="sr-only">{by}, </span>
        <time dateTime={step.at}>{timeOf(step.at)}</time>
      </small>
    </li>
  )
}

interface LogStepProps extends Pick<StepsTakenProps, 'chat' | 'session'> {
  requester: string
}

/** Something that was tried without a guide: in one's own words, or in those of the last message. */
function LogStep({ chat, session, requester }: LogStepProps) {
  const [what, setWhat] = useState('')
  const [about, setAbout] = useState<number | null>(null)
  const [outcome, setOutcome] = useState<Outcome>('did-not-help')
  const last = chat.entries.value.findLast((entry) => entry.kind === 'said' && entry.by === requester && Boolean(entry.body?.text))
  const take = () => {
    if (last?.kind !== 'said') return
    setWhat((last.body?.text ?? '').replaceAll(/\s+/g, ' ').slice(0, 160))
    setAbout(last.seq)
  }
  const log = (event: Event) => {
    event.preventDefault()
    if (!what.trim()) return
    const step = { kind: 'log-step', what: what.trim(), outcome, ...(about !== null && { about }) } as const
    chat.act(step).then(() => {
      setWhat('')
      setAbout(null)
    }, session.notices.refused)
  }
  const { steps } = words.tickets
  return (
    <form class="log-step" onSubmit={log}>
      <input
        aria-label={steps.what}
        placeholder={steps.what}
        maxLength={160}
        value={what}
        onInput={(event) => setWhat(event.currentTarget.value)}
      />
      {what ? (
        <>
          <select aria-label={steps.outcome} value={outcome} onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}>
            {outcomes.map((one) => (
              <option key={one} value={one}>
                {steps.outcomes[one]}
              </option>
            ))}
          </select>
          <button type="submit" class="button">
            {steps.log}
          </button>
        </>
      ) : (
        last && (
          <button type="button" class="link" onClick={take}>
            {steps.fromMessage}
          </button>
        )
      )}
    </form>
  )
}
