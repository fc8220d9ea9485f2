import { useEffect, useRef, useState } from 'preact/hooks'
import { type GuideStep, outcomes, stepsAhead } from '../guide.ts'
import { progressOf, stepNow } from '../guide-moves.ts'
import type { GuideRun, StepAnswer, Trodden } from '../guide-run.ts'
import { CopyCommand } from './CopyCommand.tsx'
import { GuidePicture, type Pictures } from './GuidePicture.tsx'
import { GuideVerbs, type StepVerbs } from './GuideVerbs.tsx'
import { CircleCheck, CircleDot, CircleMinus, CircleX, ListChecks, Circle as ToDo } from './guide-icons.tsx'
import { words } from './guide-words.ts'
import type { NameOf } from './lines.ts'
import { Markdown } from './Markdown.tsx'

/** What its reader may do. The agent's verbs are absent where a requester reads. */
export interface GuideCardProps extends Partial<StepVerbs> {
  run: Pick<GuideRun, 'content' | 'at' | 'turn' | 'trail' | 'stuck'>
  /** Who took a step, where that is worth a word. */
  nameOf: NameOf
  /** The reader himself. */
  me: string
  /** Absent where the reader only looks on. */
  answer?(answer: StepAnswer): void
  /** Where the pictures of its steps are fetched; the same function each time. */
  pictures(): Promise<Pictures>
  /** Who reads helps, rather than is helped. */
  isAgent?: true
}

/** As many of the steps to come are named. */
const namedAhead = 3

/**
 * A guide as it runs: what was done, the step where it stands with its answers, and what probably follows. Its headings follow the
 * one above them, which is that of the page where a requester reads.
 */
export function GuideCard({ run, nameOf, me, answer, back, pictures, isAgent, ...verbs }: GuideCardProps) {
  const step = stepNow(run)
  const place = progressOf(run)
  const ahead = stepsAhead(run.content, run.at).slice(0, place.of - place.step)
  const { heading, answered, told } = useTurns(run, step?.title ?? '')
  if (!step) return null
  const give = (one: StepAnswer) => {
    answered()
    answer?.(one)
  }
  return (
    <section class="guide-card" aria-label={run.content.name} aria-live="off">
      <h3 aria-level={isAgent ? 3 : 2}>
        <ListChecks size={16} aria-hidden="true" />
        <span>{run.content.name}</span>
        <small>{words.progress(place.step, place.of)}</small>
      </h3>
      <p class="sr-only" role="status">
        {told}
      </p>
      <ol>
        {run.trail.map((one, at) => (
          <Taken key={at} one={one} by={one.by === me ? '' : nameOf(one.by)} />
        ))}
        <li class="now" aria-current="step">
          <CircleDot size={16} aria-hidden="true" />
          <div>
            <h4 ref={heading} tabIndex={-1} aria-level={isAgent ? 4 : 3}>
              {step.title}
              {step.minutes ? <small>{words.minutes(step.minutes)}</small> : null}
            </h4>
            <Markdown text={step.text} />
            {step.picture ? <GuidePicture key={step.picture.id} picture={step.picture} pictures={pictures} /> : null}
            {step.command ? <CopyCommand key={run.turn} command={step.command} /> : null}
            {answer ? <Answers step={step} give={give} /> : null}
            {run.stuck ? (
              <p class="stuck" role="status">
                {isAgent ? words.requesterStuck(run.stuck.text) : words.isStuck}
              </p>
            ) : null}
            {back ? <GuideVerbs {...verbs} run={run} back={back} moves={answered} /> : null}
          </div>
        </li>
        {ahead.slice(0, namedAhead).map(({ id, title }) => (
          <li key={`to-${id}`} class="todo">
            <ToDo size={16} aria-hidden="true" />
            <span>{title}</span>
          </li>
        ))}
        {ahead.length > namedAhead ? <li class="more">{words.more(ahead.length - namedAhead)}</li> : null}
      </ol>
    </section>
  )
}

function Taken({ one, by }: { one: Trodden; by: string }) {
  const Mark = one.outcome === 'done' || one.outcome === 'choice' ? CircleCheck : one.outcome === 'skipped' ? CircleMinus : CircleX
  const how = [one.outcome === 'choice' ? '' : words.outcomes[one.outcome], one.answer ?? ''].filter(Boolean).join(': ')
  return (
    <li class={`taken ${one.outcome}`}>
      <Mark size={16} aria-hidden="true" />
      <span>
        {one.title} <small>{[how, by && words.by(by)].filter(Boolean).join(', ')}</small>
      </span>
    </li>
  )
}

// A second click of the same double click would answer the next step, which stands in the same place by then.
const isOnce = ({ detail }: MouseEvent) => detail < 2

function Answers({ step, give }: { step: GuideStep; give: (answer: StepAnswer) => void }) {
  return (
    <div class="answers">
      {step.choices.map(({ id, label }) => (
        <button key={id} type="button" class="button" onClick={(event) => isOnce(event) && give({ choice: id })}>
          {label}
        </button>
      ))}
      {outcomes.map((outcome) =>
        step.ways[outcome] ? (
          <button key={outcome} type="button" class="button" onClick={(event) => isOnce(event) && give(outcome)}>
            {words.answers[outcome]}
          </button>
        ) : null,
      )}
    </div>
  )
}

/** Whoever answers finds himself at the next step; what somebody else did is read out to him, once. */
function useTurns(run: GuideCardProps['run'], title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const mine = useRef(false)
  const before = useRef(run.turn)
  const [told, tell] = useState('')
  useEffect(() => {
    if (before.current === run.turn) return
    before.current = run.turn
    const { step, of } = progressOf(run)
    if (mine.current) heading.current?.focus()
    tell(mine.current ? '' : words.stepNow(step, of, title))
    mine.current = false
  }, [run.turn])
  const answered = () => {
    mine.current = true
  }
  return { heading, answered, told }
}
