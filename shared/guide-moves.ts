import { type End, type GuideStep, stepsAhead, targetOf, type Way, wayPast } from './guide.ts'
import type { GuideRun, StepAnswer, StepOutcome } from './guide-run.ts'

/** The step where a run stands. */
export const stepNow = ({ content, at }: Pick<GuideRun, 'content' | 'at'>): GuideStep | null =>
  content.steps.find(({ id }) => id === at) ?? null

/** What an answer at the present step leaves behind: the outcome, and where it leads; null where the step offers no such answer. */
export function movedBy(run: Pick<GuideRun, 'content' | 'at'>, answer: StepAnswer): Move | null {
  const step = stepNow(run)
  if (!step) return null
  if (typeof answer === 'string') {
    const way = step.ways[answer]
    return way && { outcome: answer, title: step.title, ...leading(run, step, way) }
  }
  const choice = step.choices.find(({ id }) => id === answer.choice)
  return choice
    ? { outcome: 'choice', choice: choice.id, title: step.title, answer: choice.label, ...leading(run, step, choice.way) }
    : null
}

/** What leaving the present step out leaves behind. */
export function skippedFor(run: Pick<GuideRun, 'content' | 'at'>, reason: string): Move | null {
  const step = stepNow(run)
  return step && { outcome: 'skipped', title: step.title, answer: reason, ...leading(run, step, wayPast(step)) }
}

export interface Move {
  outcome: StepOutcome
  choice?: string
  title: string
  answer?: string
  next: string | null
  end: End | null
}

/** A way that leads nowhere leads to a person. */
function leading({ content }: Pick<GuideRun, 'content'>, { id }: GuideStep, way: Way): Pick<Move, 'next' | 'end'> {
  const target = targetOf(content, id, way)
  if (target && 'step' in target) return { next: target.step, end: null }
  return { next: null, end: target?.end ?? 'person' }
}

/** How far it is: the number of the present step, and of how many it probably is one. */
export function progressOf({ content, at, trail }: Pick<GuideRun, 'content' | 'at' | 'trail'>): { step: number; of: number } {
  const step = trail.length + 1
  return { step, of: step + stepsAhead(content, at).filter(({ id }) => !trail.some((one) => one.step === id)).length }
}
