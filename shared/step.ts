import type { Entry } from './entry.ts'
import type { Outcome } from './guide.ts'
import type { StepOutcome } from './guide-run.ts'

/** Something that was tried, as it stands on the ticket. */
export interface StepTaken {
  at: string
  by: string
  what: string
  outcome: StepOutcome
  /** The words of an answer that is none of the outcomes, or why the step was left out. */
  answer?: string
  /** The run of a guide that it belongs to. */
  run?: string
  /** The message that tells of it, by its public number. */
  about?: number
  /** The internal entry that says so; absent where a guide did. */
  tried?: number
  /** The article that was read. */
  article?: string
}

/** The steps taken after one more entry, in the order in which they were; the same where nothing changes. */
export function evolveSteps(steps: readonly StepTaken[], entry: Entry): readonly StepTaken[] {
  switch (entry.kind) {
    case 'step-taken': {
      const { at, by, outcome, run, body } = entry
      return [...steps, { at, by, what: body?.title ?? '', outcome, ...(body?.answer && { answer: body.answer }), run }]
    }
    case 'step-back':
      return withoutLast(steps, ({ run }) => run === entry.run)
    case 'article-answered':
      return [...steps.filter(({ article }) => article !== entry.article), readIn(entry)]
    case 'tried':
      return [...withoutAbout(steps, entry.about), triedIn(entry)]
    case 'untried':
      return steps.filter((step) => !isMeant(step, entry))
    default:
      return steps
  }
}

function readIn({ at, by, article, helped, body }: Entry & { kind: 'article-answered' }): StepTaken {
  return { at, by, what: body?.title ?? '', outcome: helped ? 'done' : 'did-not-help', article }
}

/** Whether this is the step that was none after all. A step of a guide is taken back in the guide. */
export const isMeant = (step: StepTaken, { about, tried }: { about?: number | undefined; tried?: number | undefined }) =>
  step.run === undefined && (tried === undefined ? step.about === about : step.tried === tried)

function triedIn({ at, by, seq, outcome, about, body }: Entry & { kind: 'tried' }): StepTaken {
  const answered: Outcome = outcome
  return { at, by, what: body?.what ?? '', outcome: answered, ...(about !== undefined && { about }), tried: seq }
}

/** A message tells of one step. */
const withoutAbout = (steps: readonly StepTaken[], about: number | undefined) =>
  about === undefined ? steps : steps.filter((step) => step.about !== about)

function withoutLast(steps: readonly StepTaken[], fits: (step: StepTaken) => boolean) {
  const at = steps.findLastIndex(fits)
  return steps.filter((_step, place) => place !== at)
}
