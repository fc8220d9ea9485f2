import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')

const settings = (count: number) => plural(count, { one: '1 setting', other: `${count} settings` })

/** All settings in one file. */
export const oneFile = {
  hint: 'How teams, lines, topics, the widget, what counts as secret, remote help, telephones, skills and saved replies are set up, as one text that people can read: to look at together, to keep under version control, to take to another desk. No keys, passwords or chats are ever in it.',
  save: 'Save as a file',
  saved: 'The settings are saved as a file.',
  choose: 'Choose a file',
  chooseHint: 'Or drop it here. You see what it would change before anything is changed.',
  drop: 'Drop the settings file here',
  reading: 'Comparing it with this desk…',
  tooLarge: 'This is too large to be a settings file.',
  unreadable: 'This cannot be read. Choose the file itself, and not a folder.',
  compared: (file: string, count: number) =>
    count === 0 ? `Everything is already as ${file} says.` : `${file} changes ${settings(count)}.`,
  wrong: (file: string, count: number) =>
    plural(count, {
      one: `One thing in ${file} is wrong. Nothing was changed.`,
      other: `${count} things in ${file} are wrong. Nothing was changed.`,
    }),
  apply: (count: number) => `Change ${settings(count)}`,
  applied: (count: number) => `Changed ${settings(count)} from a file.`,
  putAway: 'Leave it as it is',
  anew: 'Compare anew',
  what: 'Where',
  setting: 'Setting',
  was: 'Now',
  willBe: 'Then',
  isNew: 'New',
  isGone: 'Removed',
  order: 'Order',
  sections: { teams: 'Team', categories: 'Category', agents: 'Agent', replies: 'Saved reply' },
}
