import { CircleCheck, CircleMinus, CircleX, Undo2 } from 'lucide-preact'
import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Conversation } from '../../shared/conversation.ts'
import { type Outcome, outcomes } from '../../shared/guide.ts'
import type { StepTaken } from '../../shared/step.ts'
import { timeOf } from '../../shared/ui/times.ts'
import { words as laterWords } from '../later-words.ts'
import { messagesIn, takeStepBack } from '../models/log-step.ts'
import { nameIn } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'

interface StepsTakenProps {
  chat: AgentChat
  session: Session
  state: Conversation
}

/** What was tried so far, in order, as it was logged; what agents logged can be taken back. And one more, in a line. */
export function StepsTaken({ chat, session, state }: StepsTakenProps) {
  const { steps = [] } = state.ticket
  const nameOf = nameIn(chat, session.desk)
  const field = useRef<HTMLInputElement>(null)
  const takeBack = (step: StepTaken) => {
    // Its button goes with it.
    field.current?.focus()
    takeStepBack(chat, session.notices, step)
  }
  return (
    <section class="card steps-taken" aria-label={words.tickets.steps.title}>
      <h2>
        {words.tickets.steps.title} <small>{words.tickets.steps.hint}</small>
      </h2>
      {steps.length > 0 && (
        <ol>
          {steps.map((step, at) => (
            <Step key={at} step={step} by={nameOf(step.by)} takeBack={takeBack} />
          ))}
        </ol>
      )}
      <LogStep chat={chat} session={session} field={field} />
    </section>
  )
}

function Step({ step, by, takeBack }: { step: StepTaken; by: string; takeBack: (step: StepTaken) => void }) {
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
      {step.tried !== undefined && (
        <button
          type="button"
          class="icon-button"
          aria-label={laterWords.guides.takeBack(step.what)}
          title={laterWords.guides.takeBack(step.what)}
          onClick={() => takeBack(step)}
        >
          <Undo2 aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

interface LogStepProps extends Pick<StepsTakenProps, 'chat' | 'session'> {
  field: RefObject<HTMLInputElement | null>
}

/** Something that was tried without a guide: in one's own words, or in those of a message that tells of it. */
function LogStep({ chat, session, field }: LogStepProps) {
  const [what, setWhat] = useState('')
  const [about, setAbout] = useState<number | null>(null)
  const [outcome, setOutcome] = useState<Outcome>('did-not-help')
  const write = (written: string) => {
    setWhat(written)
    // What is written from the beginning tells of no message.
    if (written === '') setAbout(null)
  }
  const log = (event: Event) => {
    event.preventDefault()
    if (!what.trim()) return
    const step = { kind: 'log-step', what: what.trim(), outcome, ...(about !== null && { about }) } as const
    chat.act(step).then(() => write(''), session.notices.refused)
    field.current?.focus()
  }
  const messages = messagesIn(chat.entries.value, nameIn(chat, session.desk))
  const take = (seq: number) => {
    const message = messages.find((one) => one.seq === seq)
    if (!message) return
    setWhat(message.text.slice(0, 160))
    setAbout(seq)
    field.current?.focus()
  }
  const { steps } = words.tickets
  return (
    <form class="log-step" onSubmit={log}>
      <input
        ref={field}
        aria-label={steps.what}
        placeholder={steps.what}
        maxLength={160}
        value={what}
        onInput={(event) => write(event.currentTarget.value)}
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
        messages.length > 0 && (
          <select aria-label={laterWords.guides.fromMessage} value="" onChange={(event) => take(Number(event.currentTarget.value))}>
            <option value="">{laterWords.guides.fromMessage}</option>
            {messages.map(({ seq, told }) => (
              <option key={seq} value={seq}>
                {told}
              </option>
            ))}
          </select>
        )
      )}
    </form>
  )
}
