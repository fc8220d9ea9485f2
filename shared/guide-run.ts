import type { Entry } from './entry.ts'
import type { GuideContent, GuideStep, Outcome, Way } from './guide.ts'

/** How a step of a run went: one of the outcomes, an answer of the step's own, or it was left out. */
export type StepOutcome = Outcome | 'choice' | 'skipped'

/** What somebody answers at a step. */
export type StepAnswer = Outcome | { choice: string }

/** A step that was taken in a run. */
export interface Trodden {
  step: string
  title: string
  outcome: StepOutcome
  /** Which of the step's own answers it was. */
  choice?: string
  /** The words of the answer, or why it was left out. */
  answer?: string
  by: string
  at: string
}

/** A guide that somebody is being led through right now. */
export interface GuideRun {
  id: string
  guide: string
  edition: number
  content: GuideContent
  startedBy: string
  /** The step where it stands. */
  at: string
  /** Counts every move, so that none is made twice. */
  turn: number
  /** The steps taken that still count, in order. */
  trail: readonly Trodden[]
  /** The requester does not get on, and what he says of it. */
  stuck: { text: string } | null
}

interface Guided {
  guide?: GuideRun | null
  guidesBegun?: number
}

/** Which guide runs after one more entry, and how many were begun so far. */
export function guideAfter({ guide = null, guidesBegun = 0 }: Guided, entry: Entry): Guided {
  const after = evolveGuide(guide, entry)
  const begun = entry.kind === 'guide-started' ? { guidesBegun: guidesBegun + 1 } : {}
  return after === guide ? begun : { guide: after, ...begun }
}

/** The run after one more entry of its conversation; null where none runs. */
export function evolveGuide(run: GuideRun | null, entry: Entry): GuideRun | null {
  if (entry.kind === 'guide-started') return begun(entry)
  if (!run) return null
  if (entry.kind === 'ended' || entry.kind === 'abandoned') return null
  if (!('run' in entry) || entry.run !== run.id) return run
  switch (entry.kind) {
    case 'guide-ended':
      return null
    case 'guide-stuck':
      return { ...run, stuck: { text: entry.body?.text ?? '' } }
    case 'step-taken':
      return moved(run, entry.next ?? run.at, [...run.trail, troddenIn(entry)])
    case 'step-back':
      return moved(run, entry.next, run.trail.slice(0, -1))
    case 'step-added':
      return { ...moved(run, entry.step, run.trail), content: withOwnStep(run, entry) }
  }
}

const begun = (entry: Entry & { kind: 'guide-started' }): GuideRun => ({
  id: entry.run,
  guide: entry.guide,
  edition: entry.edition,
  content: entry.content,
  startedBy: entry.by,
  at: entry.content.steps[0]?.id ?? '',
  turn: 0,
  trail: [],
  stuck: null,
})

const moved = (run: GuideRun, at: string, trail: readonly Trodden[]): GuideRun => ({ ...run, at, trail, turn: run.turn + 1, stuck: null })

function troddenIn({ step, outcome, choice, body, by, at }: Entry & { kind: 'step-taken' }): Trodden {
  return { step, title: body?.title ?? '', outcome, ...(choice && { choice }), ...(body?.answer && { answer: body.answer }), by, at }
}

/** A step of the agent's own comes before the one where the run stands, and leads back to it. */
function withOwnStep({ content, at }: GuideRun, { step: id, body }: Entry & { kind: 'step-added' }): GuideContent {
  const back: Way = { step: at }
  const { title = '', text = '', command = '' } = body ?? {}
  const own: GuideStep = { id, title, text, command, minutes: null, ways: { done: back, 'did-not-help': back, cannot: back }, choices: [] }
  return { ...content, steps: [...content.steps, own] }
}
