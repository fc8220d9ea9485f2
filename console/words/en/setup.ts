import type { Demonstration } from '../../../shared/protocol/setup.ts'
import type { SetupStep } from '../../../shared/setup.ts'
import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')

const steps: Record<SetupStep, string> = {
  name: 'Name of the desk',
  team: 'First team',
  hours: 'Opening hours',
  people: 'Colleagues',
  page: 'Your page',
  try: 'Try it',
}

const questions: Record<SetupStep, string> = {
  name: 'What is your help desk called?',
  team: 'Who answers first, and about what?',
  hours: 'When does this team take chats?',
  people: 'Who helps?',
  page: 'Where will the widget be?',
  try: 'Ask yourself something',
}

const hints: Record<SetupStep, string> = {
  name: 'Colleagues read it at the head of the widget.',
  team: 'One team is enough to begin with. More of them, and higher tiers, are added in the settings.',
  hours: 'Outside these hours colleagues leave a message, and are told when it opens next.',
  people: 'Each gets a link that works once, which you hand over yourself. You can do this alone, too.',
  page: 'List the page, then paste one line into it. The demo page of this desk needs neither.',
  try: 'The demo page is somebody’s intranet with your widget on it. Ask there, and answer here.',
}

const holds: Record<keyof Demonstration, string> = {
  tickets: 'Tickets, with all that was said',
  people: 'Agents',
  teams: 'Teams, with their topics',
  requesters: 'Requesters',
  replies: 'Saved replies',
  sites: 'Sites with a key',
}

/** The first minutes of a desk, and the demonstration. */
export const setup = {
  title: 'Set up your desk',
  intro: 'A few short steps. Leave whenever you like: what is done stays done, and the list sign beside the settings leads back here.',
  stepsLabel: 'Steps',
  steps,
  questions,
  hints,
  isDone: 'done',
  isSkipped: 'left as it is',
  progress: (done: number, all: number) => `Your desk: ${done} of ${all} steps done`,
  next: (step: string) => `Next: ${step}`,
  goOn: 'Go on',
  hide: 'Hide for now',
  dismiss: 'Put this list away',
  putAway: 'The list is put away. It is still in the settings.',
  saveAndGoOn: 'Save and go on',
  leaveIt: 'Leave it as it is',
  toNext: 'To the next step',
  later: 'Finish later',
  toChats: 'To the chats',
  ready: 'Your desk is ready',
  readyText: 'Become available in the chats, and the next colleague who asks is offered to you.',

  deskName: 'Name',
  deskNameHint: 'Such as Northwind IT help desk',
  teamName: 'Name of the team',
  tryAvailable: 'Become available, so that chats are offered to you:',
  tryAsk: 'Open the demo page in another tab, and ask something in the corner below:',
  openDemo: 'Open the demo page',
  tryAnswer: 'Your console rings. Accept, answer, end the chat, and its ticket has written itself.',
  tryWaiting: 'Waiting for your first chat…',
  tryDone: 'Your first chat has arrived. It works.',

  demonstration: 'Demonstration desk',
  allMadeUp: 'The people and tickets here are made up, except what you add yourself.',
  lookAround:
    'Look around as long as you like. When you have seen enough, remove the demonstration, and a few short steps set up a desk of your own.',
  removeIt: 'Remove it',
  demonstrationHint: 'It was made by npm run populate, to look around in. One press takes all of it away; what you added yourself stays.',
  noDemonstration: 'There is no demonstration on this desk: what you see is real. Where a desk is still empty, npm run populate makes one.',
  holds,
  remove: 'Remove the demonstration',
  removeTitle: 'Remove the demonstration?',
  removeSure:
    'All its tickets, people, teams and replies go for ever; this cannot be undone. Your own people, teams and chats stay, and so does the audit log.',
  removeForEver: 'Remove for ever',
  removing: 'Removing…',
  removed: (tickets: number, people: number) =>
    `The demonstration is removed: ${plural(tickets, { one: '1 ticket', other: `${tickets} tickets` })} and ${plural(people, { one: '1 agent', other: `${people} agents` })}.`,
}
