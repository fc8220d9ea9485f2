import type { Seconds, Weight } from '../../models/distribution.ts'

const numbers: Record<Seconds | Weight, [label: string, hint: string]> = {
  offerSeconds: ['An offer rings for (seconds)', 'Empty: as for the whole desk.'],
  reofferAfterSeconds: ['Whoever let it go by is asked again after (seconds)', 'Empty: as for the whole desk.'],
  pacingSeconds: ['Between two chats for one agent (seconds)', '0: one may follow the other at once.'],
  widenAfterSeconds: [
    'A required skill is only preferred after (seconds)',
    'Empty: never. Then somebody waits until one with this skill is free.',
  ],
  keepForSeconds: ['Whoever comes back is kept for the agent he knows for (seconds)', 'As long as that agent is available. 0: not at all.'],
  awaiting: ['While it is the requester’s turn to write', 'Usual: 0.3. Three of them take about one place.'],
  held: ['On hold', 'Usual: 0. When the requester writes, it counts 1 again, and the agent may have more than his capacity for a while.'],
  wrapUp: ['Ended and not wrapped up yet', 'Usual: 1, so that nobody is given the next chat before he has filled in the last.'],
}

/** The settings of how a line is given out, and of who knows what. */
export const distribution = {
  hint: 'Who is given the chats of each team’s line, and how. It counts from the next decision on.',
  method: 'Who is next',
  methods: {
    'least-loaded': 'Whoever carries least for his capacity',
    'longest-idle': 'Whoever has been free the longest',
    'round-robin': 'Everybody in turn',
    manual: 'Nobody: agents pick from the line themselves',
  },
  assignment: 'How it is given',
  assignments: { offer: 'It rings, and the agent accepts', automatic: 'It is assigned without being asked' },
  declineReasons: 'Reasons for declining, one a line',
  declineReasonsHint: 'Without any, an agent may decline without a reason.',
  reasonsWrong: 'At most 20 reasons of at most 60 characters',
  who: 'Who comes first',
  languageFirst: 'Whoever writes in the requester’s language comes before the others',
  weights: 'What a chat counts in its agent’s load',
  weightsHint: 'A chat in which people talk counts 1. One that rests may count less, so that its agent has room for another.',
  usualWeights: 'Write the usual weights',
  weightWrong: 'A number from 0 to 1, with two decimals at most',
  numbers,

  vip: 'Must not be kept waiting',
  namedAgent: 'Is led back to',
  lastAgent: 'Whoever helped last',
  careSaved: (name: string) => `Saved. It counts from the next request of ${name} on.`,

  skillsHint: 'What agents know, and what the chats of a topic ask for. From 1 (has heard of it) to 5 (teaches it).',
  skills: 'Skills',
  skillsOf: (name: string) => `Skills of ${name}`,
  skillsWritten: 'Such as: SAP 3, Printers 5',
  skillsWrong: 'Each skill once, with a level from 1 to 5, such as: SAP 3, Printers 5',
  languages: 'Writes in',
  languagesWritten: 'Such as: en, de. Empty: in every language.',
  languagesWrong: 'Codes of two or three letters, such as: en, de',
  agent: 'Agent',
  topic: 'Topic',
  needs: 'Needs skills',
  needsHint: 'Such as: SAP 3. In place of what its topic asks for, while it waits.',
  needsOf: (name: string) => `What ${name} asks for`,
  required: 'Required',
  requiredHint: 'Only agents who know all of this well enough are asked, until the line widens.',
  preferred: 'Preferred',
  preferredHint: 'Whoever knows more of this comes first.',
  none: 'None',
  everyLanguage: 'Every language',
}
