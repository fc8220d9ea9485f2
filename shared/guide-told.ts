import type { Entry } from './entry.ts'
import type { End } from './guide.ts'
import type { StepOutcome } from './guide-run.ts'

/** The words for what happens to guides, in one language. */
export interface GuideTold {
  started: (name: string) => string
  taken: Record<StepOutcome, (title: string, answer: string) => string>
  back: string
  added: (title: string) => string
  stuck: (title: string, text: string) => string
  ended: Record<End | 'stopped', string>
}

type AboutGuides = Extract<Entry, { run: string }>

/** What happened to a guide, in a sentence. */
export function tellGuide(entry: AboutGuides, told: GuideTold): string {
  switch (entry.kind) {
    case 'guide-started':
      return told.started(entry.content.name)
    case 'step-taken':
      return told.taken[entry.outcome](entry.body?.title ?? '', entry.body?.answer ?? '')
    case 'step-back':
      return told.back
    case 'step-added':
      return told.added(entry.body?.title ?? '')
    case 'guide-stuck':
      return told.stuck(entry.body?.title ?? '', entry.body?.text ?? '')
    case 'guide-ended':
      return told.ended[entry.how]
  }
}
