import { type Choice, type GuideContent, type GuideStep, mostGuideBytes, type Outcome, outcomes, targetOf, waysOf } from './guide.ts'

/** What keeps a guide from being published, and at which step; at none where it is about the whole. */
export type Flaw =
  | { step: null; what: 'no-steps' | 'too-long' }
  /** It has no words, nor has its picture, nobody comes to it, no answer leads on, or one goes round and round from here. */
  | { step: string; what: 'no-title' | 'no-description' | 'unreachable' | 'no-answer' | 'no-end' }
  /** This answer has no words, or leads nowhere. */
  | { step: string; what: 'no-label'; choice: string }
  | { step: string; what: 'leads-nowhere'; answer: Outcome | { choice: string } }

/** Everything that is wrong with a guide, in the order of its steps. */
export function flawsOf(content: GuideContent): Flaw[] {
  const { steps } = content
  const [first] = steps
  if (!first) return [{ step: null, what: 'no-steps' }]
  const reached = stepsFrom(first, content)
  const ending = stepsThatEnd(content)
  const whole: Flaw[] = bytesOf(content) > mostGuideBytes ? [{ step: null, what: 'too-long' }] : []
  return [...whole, ...steps.flatMap((step) => flawsAt(step, content, reached, ending))]
}

/** As long as it is on the wire. */
export const bytesOf = (content: GuideContent) => new Blob([JSON.stringify(content)]).size

function flawsAt(step: GuideStep, content: GuideContent, reached: ReadonlySet<string>, ending: ReadonlySet<string>): Flaw[] {
  const { id } = step
  const lost = [
    ...outcomes.flatMap((outcome) => lostOutcome(step, outcome, content)),
    ...step.choices.flatMap((one) => lostChoice(step, one, content)),
  ]
  const flaws: Flaw[] = []
  if (!step.title.trim()) flaws.push({ step: id, what: 'no-title' })
  if (step.picture && !step.picture.text.trim()) flaws.push({ step: id, what: 'no-description' })
  if (!reached.has(id)) flaws.push({ step: id, what: 'unreachable' })
  if (waysOf(step).length === 0) flaws.push({ step: id, what: 'no-answer' })
  else if (lost.length === 0 && !ending.has(id)) flaws.push({ step: id, what: 'no-end' })
  const mute = step.choices.filter(({ label }) => !label.trim())
  return [...flaws, ...mute.map((choice): Flaw => ({ step: id, what: 'no-label', choice: choice.id })), ...lost]
}

function lostOutcome({ id, ways }: GuideStep, outcome: Outcome, content: GuideContent): Flaw[] {
  const way = ways[outcome]
  return way && !targetOf(content, id, way) ? [{ step: id, what: 'leads-nowhere', answer: outcome }] : []
}

const lostChoice = ({ id }: GuideStep, choice: Choice, content: GuideContent): Flaw[] =>
  targetOf(content, id, choice.way) ? [] : [{ step: id, what: 'leads-nowhere', answer: { choice: choice.id } }]

const nextSteps = (step: GuideStep, content: GuideContent) =>
  waysOf(step).flatMap((way) => {
    const target = targetOf(content, step.id, way)
    return target && 'step' in target ? [target.step] : []
  })

function stepsFrom(first: GuideStep, content: GuideContent): Set<string> {
  const reached = new Set([first.id])
  for (const id of reached) {
    const step = content.steps.find((one) => one.id === id)
    for (const next of step ? nextSteps(step, content) : []) reached.add(next)
  }
  return reached
}

/** Those from which some end can be reached. */
function stepsThatEnd(content: GuideContent): Set<string> {
  const ends = content.steps.filter((step) => waysOf(step).some((way) => way === 'solved' || way === 'escalate' || way === 'person'))
  const ending = new Set(ends.map(({ id }) => id))
  for (let before = -1; before < ending.size; ) {
    before = ending.size
    for (const step of content.steps) if (nextSteps(step, content).some((id) => ending.has(id))) ending.add(step.id)
  }
  return ending
}
