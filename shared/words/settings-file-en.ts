import type { SettingsFileWords } from '../settings-sentences.ts'

/** What is said about a settings file. */
export const settingsFile: SettingsFileWords = {
  faults: {
    'other-version': 'must be 1. This is a file of another version, or no settings file.',
    missing: 'is missing',
    unknown: 'is not a setting. Look at how an exported file writes it.',
    unreadable: 'is not written as it must be. Look at how an exported file writes it.',
    twice: 'is named twice',
    both: 'is to go and to stay at the same time',
  },
  notJson: 'This is not JSON.',
  notJsonAt: (line, column) => `This is not JSON: it cannot be read from line ${line}, column ${column} on.`,
  mustBe: (what) => `must be ${what}`,
  kinds: {
    number: 'a number',
    int: 'a whole number',
    string: 'text between quotation marks',
    boolean: 'true or false',
    array: 'a list: […]',
    object: 'a group of settings: {…}',
  },
  least: {
    number: (bound) => `must be at least ${bound}`,
    string: (bound) => (bound === 1 ? 'must not be empty' : `must have at least ${bound} characters`),
    array: (bound) => (bound === 1 ? 'must name at least one' : `must name at least ${bound}`),
  },
  most: {
    number: (bound) => `must be at most ${bound}`,
    string: (bound) => `must have at most ${bound} characters`,
    array: (bound) => `must name at most ${bound}`,
  },
  step: (step) => `must be a multiple of ${step}`,
  oneOf: (values) => `must be one of: ${values}`,
  rules: {},
  noSuchTeam: (name) => `there is no team called ${name}, neither at this desk nor in the file`,
  noSuchWord: (name) => `{{${name}}} stands for nothing`,
  taken: (name) => `${name} is called there. Give that one another extension, or null, in the same file.`,
  notes: {
    'not-here': (what, names) => `Not at this desk, and left out: ${what} ${names}`,
    gone: (what, names) => `Not at this desk any more: ${what} ${names}`,
    left: (what, names) => `Not in the file, and left as they are: ${what} ${names}`,
  },
  key: 'Calls will be told. The key that they are signed with is in no file: where this desk has none yet, make one in Settings › Telephone.',
  sections: { teams: 'teams', categories: 'categories', agents: 'agents', replies: 'saved replies' },
  more: (count) => `and ${count} more`,
}
