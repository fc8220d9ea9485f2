import type { Figure } from '../../../shared/simulation.ts'
import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')

const figures: Record<Figure, string> = {
  asked: 'Asked for help',
  served: 'Were helped',
  median: 'Wait, median',
  p90: 'Wait, nine of ten within',
  longest: 'Wait, longest',
  withinAim: 'Helped within the aim',
  gaveUp: 'Gave up',
  messages: 'Left a message, or are called back',
  closed: 'Found nobody',
  waiting: 'Still waited at the end',
  moved: 'Waited on in another line',
  passedBy: 'Were passed by',
  missed: 'Offers missed',
  occupancy: 'Occupancy of the agents',
  fairness: 'Evenness between agents',
}

/** Settings tried out on traffic, before anybody waits by them. */
export const trying = {
  hint: 'Lets the same traffic come to the desk as it is and as you propose, and compares. Nothing is changed by it. People talk as they did; what agents do by their own will is not known here.',
  team: 'Team that is asked',
  noTeams: 'There is no team yet. Once there is one, its settings can be tried out here.',
  traffic: 'Traffic',
  sources: { day: 'A day that was', chance: 'Made up' },
  day: 'Day',
  dayWrong: 'A day that is over, or today',
  numbers: {
    perHour: 'Requests an hour',
    hours: 'Hours',
    agents: 'Agents',
    capacity: 'Chats for each agent',
    talkMinutes: 'A chat lasts (minutes)',
    patienceMinutes: 'People give up after (minutes)',
    aimSeconds: 'Aim: helped within (seconds)',
  },
  numberWrong: (least: string, most: string) => `A number from ${least} to ${most}`,
  patienceHint: 'In the mean. Empty: never.',
  talkHint: 'In the mean.',
  proposal: 'What you propose',
  proposalHint:
    'A settings file, settings by hand, or both: then what is written by hand counts. What you wrote on the pages of the settings and did not save belongs to it, and what you write here stands there. Opening hours, topics and skills can be proposed by a file.',
  fileHint: 'Or drop it here. It is written like All in one file.',
  putAway: (file: string) => `Put ${file} away`,
  of: 'Settings of',
  wholeDesk: 'The whole desk',
  differs: 'What differs from now',
  nothing: 'Nothing yet. Tried out like this, you see how people wait by the present settings.',
  changes: (count: number) =>
    count === 0
      ? 'Everything on which waiting depends is already as you propose.'
      : plural(count, { one: '1 setting differs.', other: `${count} settings differ.` }),
  untried: (count: number) =>
    plural(count, {
      one: '1 other change, on which nobody’s wait depends, is not tried.',
      other: `${count} other changes, on which nobody’s wait depends, are not tried.`,
    }),
  wrong: (file: string | null, count: number) =>
    plural(count, {
      one: `One thing ${file === null ? 'you propose' : `in ${file}, or by hand,`} is wrong:`,
      other: `${count} things ${file === null ? 'you propose' : `in ${file}, or by hand,`} are wrong:`,
    }),
  unfinished: 'Something written by hand is not as it should be:',
  drop: 'Drop the proposal',
  dropped: 'The proposal is dropped.',
  run: 'Try it out',
  stop: 'Stop',
  running: (percent: number) => `Trying it out: ${percent} %`,
  gone: 'The trial was interrupted. Start it again.',
  result: 'What came of it',
  done: 'The trial is done.',
  about: (asked: string, agents: string) => `${asked} requests, ${agents} agents`,
  figure: 'Figure',
  present: 'Now',
  proposed: 'Proposed',
  change: 'Change',
  same: 'same',
  figures,
  passedByHint: 'Were passed by: somebody with a later turn was given to an agent who could not be given them.',
  fairnessHint: 'Evenness: 1 is alike for all agents (Jain’s index).',
  plot: 'How long nine of ten waited, by when they came',
  plotTable: 'The same as a table',
  came: 'Came from',
  requests: 'Requests',
  points: ' pp',
  use: 'Nothing is saved yet. Your proposal stands ready on these pages:',
}
