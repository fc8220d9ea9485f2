import type { Outcome } from '../../../guide.ts'
import type { StepOutcome } from '../../../guide-run.ts'
import { guide as told } from '../../../words/guide-en.ts'

/** The English texts of the card of a guide. Another language is another file of this shape. */
export const english = {
  told,
  progress: (step: number, of: number) => `${step} of ${of}`,
  stepNow: (step: number, of: number, title: string) => `Step ${step} of ${of}: ${title}`,
  minutes: (count: number) => `about ${count} min`,
  copy: 'Copy',
  copied: 'Copied',
  answers: { done: 'Done', 'did-not-help': 'Did not help', cannot: 'I cannot' } satisfies Record<Outcome, string>,
  outcomes: { done: 'done', 'did-not-help': 'did not help', cannot: 'could not be done', skipped: 'left out' } satisfies Record<
    Exclude<StepOutcome, 'choice'>,
    string
  >,
  by: (who: string) => `by ${who}`,
  meanwhile: 'This may help meanwhile',
  named: (name: string, steps: number) => `${name}, ${steps === 1 ? '1 step' : `${steps} steps`}`,
  back: 'Back',
  stuck: 'I am stuck',
  stuckAsked: 'What do you see? You need not write anything.',
  stuckSend: 'Tell the help desk',
  isStuck: 'The help desk knows that you are stuck here.',
  requesterStuck: (text: string) => (text ? `Stuck here: ${text}` : 'Stuck here.'),
  more: (count: number) => (count === 1 ? 'one more step' : `${count} more steps`),
  cancel: 'Cancel',
  skip: 'Skip',
  skipWhy: 'Why is it left out?',
  skipSend: 'Skip the step',
  add: 'Add a step',
  addTitle: 'What is to be done',
  addText: 'How',
  addCommand: 'Command to copy',
  addSend: 'Put it before this step',
  stop: 'Stop the guide',
  atHome: 'Help yourself',
  toPerson: 'Talk to a person',
  movedOn: (title: string) => `It went on meanwhile: this is about “${title}” now.`,
  picture: (text: string) => `Open the picture: ${text}`,
  pictureGone: (text: string) => `The picture could not be loaded. It shows: ${text}`,
  pictureAgain: 'Load the picture once more',
}
