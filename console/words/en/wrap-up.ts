import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')

/** Wrapping up, and choosing a category or another ticket. */
export const wrapUp = {
  noAnswer: 'No answer',
  duplicate: 'Duplicate of…',
  duplicateOf: 'Duplicate of',
  duplicateSearch: 'Number or words of the other ticket',
  duplicateMissing: 'Choose the ticket that this one repeats',
  subjectMissing: 'Write what it was about',
  categoryMissing: 'Choose a category',
  resolutionShort: (missing: number) => `Say a little more: ${missing} ${missing === 1 ? 'character is' : 'characters are'} still missing`,
  timeSpent: 'Time spent',
  minutes: 'Time spent (minutes)',
  minutesWrong: 'Write whole minutes, from 1 to 1440',
  spent: (minutes: number) => `${minutes} min`,
  suggested: { similar: 'as tickets like this one', topic: 'as others of this topic' },
  suggestedCode: { silent: 'as the requester fell silent', answered: 'as the last word was an answer' },
  takenOver: 'Taken over from the chat: change it if something else helped. The requester sees this too.',
  steps: (count: number) => plural(count, { one: '1 step is logged', other: `${count} steps are logged` }),
  change: 'Change',
  lastSaidKey: 'Arrow down takes over your last message.',
  lastSaidHint: 'The requester sees this too.',
  useLastSaid: 'Use my last message',
  resolveNext: 'Resolve and next',
  choices: 'Choices',
  nothingFits: 'Nothing fits. Write less, or something else.',
  noCategory: 'No category',
  duplicates: 'Duplicates of this ticket',
}
