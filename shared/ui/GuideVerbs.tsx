import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { stepNow } from '../guide-moves.ts'
import type { GuideCardProps } from './GuideCard.tsx'
import { words } from './guide-words.ts'

/** A step of the agent's own. */
export interface OwnStep {
  title: string
  text: string
  command: string
}

/** What can be done at a step besides answering it. */
export interface StepVerbs {
  back(): void
  /** The requester says that he does not get on. */
  stuck?(text: string): void
  skip?(reason: string): void
  add?(step: OwnStep): void
  stop?(): void
}

/** What is being asked, and at which move it was begun. */
type Asking = { what: 'stuck' | 'skip' | 'add'; turn: number } | null

interface GuideVerbsProps extends StepVerbs {
  run: GuideCardProps['run']
  /** Told before the reader himself moves on. */
  moves(): void
}

/**
 * Back, stuck, and what agents may do; what needs a word asks for it in the same place. What is being written stays when the
 * other side moves on meanwhile.
 */
export function GuideVerbs({ run, moves, back, stuck, skip, add, stop }: GuideVerbsProps) {
  const [asking, ask] = useState<Asking>(null)
  const isMine = useRef(false)
  const cancel = () => ask(null)
  const open = (what: 'stuck' | 'skip' | 'add') => ask({ what, turn: run.turn })
  const moving = (move: () => void) => {
    isMine.current = true
    moves()
    move()
  }
  useEffect(() => {
    if (isMine.current) cancel()
    isMine.current = false
  }, [run.turn])
  const tell = (text: string) => {
    stuck?.(text)
    cancel()
  }
  const form = { cancel, now: asking && asking.turn !== run.turn ? (stepNow(run)?.title ?? '') : '' }
  if (asking?.what === 'stuck' && stuck) return <OneWord {...form} label={words.stuckAsked} send={words.stuckSend} onSend={tell} />
  if (asking?.what === 'skip' && skip)
    return <OneWord {...form} label={words.skipWhy} send={words.skipSend} onSend={(text) => moving(() => skip(text))} needed />
  if (asking?.what === 'add' && add) return <OwnStepForm {...form} onSend={(step) => moving(() => add(step))} />
  return (
    <div class="step-verbs">
      {run.trail.length > 0 ? <Verb name={words.back} press={() => moving(back)} /> : null}
      {stuck && !run.stuck ? <Verb name={words.stuck} press={() => open('stuck')} /> : null}
      {skip ? <Verb name={words.skip} press={() => open('skip')} /> : null}
      {add ? <Verb name={words.add} press={() => open('add')} /> : null}
      {stop ? <Verb name={words.stop} press={stop} /> : null}
    </div>
  )
}

const Verb = ({ name, press }: { name: string; press: () => void }) => (
  <button type="button" class="link" onClick={press}>
    {name}
  </button>
)

interface Form {
  /** The step that it is about by now, where somebody moved on meanwhile. */
  now: string
  cancel(): void
}

interface OneWordProps extends Form {
  label: string
  send: string
  /** Whether there must be a word. */
  needed?: boolean
  onSend(text: string): void
}

function OneWord({ label, send, needed = false, onSend, ...form }: OneWordProps) {
  const [text, setText] = useState('')
  return (
    <Ask {...form} send={send} onSend={() => (needed && !text.trim() ? undefined : onSend(text.trim()))}>
      <label>
        {label}
        <input value={text} maxLength={200} required={needed} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
    </Ask>
  )
}

function OwnStepForm({ onSend, ...form }: Form & { onSend(step: OwnStep): void }) {
  const [step, setStep] = useState<OwnStep>({ title: '', text: '', command: '' })
  const write = (change: Partial<OwnStep>) => setStep({ ...step, ...change })
  return (
    <Ask {...form} send={words.addSend} onSend={() => (step.title.trim() ? onSend(step) : undefined)}>
      <label>
        {words.addTitle}
        <input value={step.title} maxLength={160} required onInput={(event) => write({ title: event.currentTarget.value })} />
      </label>
      <label>
        {words.addText}
        <textarea rows={2} maxLength={2000} value={step.text} onInput={(event) => write({ text: event.currentTarget.value })} />
      </label>
      <label>
        {words.addCommand}
        <input value={step.command} maxLength={500} onInput={(event) => write({ command: event.currentTarget.value })} />
      </label>
    </Ask>
  )
}

interface AskProps extends Form {
  send: string
  onSend(): void
  children: ComponentChildren
}

/** A few fields in the place of the verbs. Escape leaves them, and nothing else. */
function Ask({ now, send, onSend, cancel, children }: AskProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  return (
    <form
      ref={form}
      class="ask-step"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        cancel()
      }}
    >
      <p role="status">{now ? words.movedOn(now) : null}</p>
      {children}
      <div class="buttons">
        <button type="submit" class="button primary">
          {send}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
