import type { Trouble } from '../../../shared/protocol/webhook.ts'
import type { DeskSettings } from '../../../shared/queue.ts'
import type { ReplyVariable } from '../../../shared/replies.ts'
import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')

type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

const numbers: Record<keyof DeskSettings, [name: string, hint: string]> = {
  offerSeconds: ['An offer rings for (seconds)', 'Then it goes to the next agent.'],
  graceSeconds: ['Grace for a lost connection (seconds)', 'An agent who is gone for longer loses offers and chats.'],
  absentMinutes: ['An absent requester becomes a message after (minutes)', 'Counted from an offer to somebody whose page is closed.'],
  missedBeforeAway: ['Away after missed offers', 'So many in a row.'],
  reofferAfterSeconds: ['Not offered to the same agent again for (seconds)', 'After a decline or a missed offer.'],
  reopenDays: ['Can be reopened for (days)', 'After that, a new conversation begins.'],
  closeDays: ['Resolved tickets are closed after (days)', 'If nobody reopens them.'],
  logAfterSeconds: ['A ticket is logged after (seconds)', 'Counted from the last act, so that acts of one moment are logged as one.'],
  estimateSamples: ['Waits needed for an estimate', 'With fewer, requesters see their place and no minutes.'],
  wrapUpSeconds: [
    'Time to wrap up (seconds)',
    'After it, an ended chat is logged even if nobody wrapped it up; it is logged again when somebody does.',
  ],
}
const days: Record<Day, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

const variables: Record<ReplyVariable, string> = {
  'requester.name': 'Requester’s name',
  'requester.first': 'Requester’s first name',
  'agent.name': 'My name',
  'ticket.number': 'Ticket number',
  'desk.name': 'Name of the desk',
}

/** The settings pages. */
export const settings = {
  settings: 'Settings',
  groups: { me: 'You', desk: 'The desk', doors: 'Ways in and out', house: 'Running it' },
  pages: {
    account: 'Your account',
    replies: 'Saved replies',
    guides: 'Guides',
    widget: 'Widget',
    topics: 'Topics',
    categories: 'Categories',
    hours: 'Opening hours',
    distribution: 'Who gets what',
    skills: 'Skills',
    trying: 'Try out',
    waiting: 'Waiting and silence',
    targets: 'Targets',
    closing: 'Closing',
    guard: 'Secrets',
    file: 'All in one file',
    teams: 'Teams',
    people: 'People',
    desk: 'Desk numbers',
    origins: 'Allowed pages',
    sites: 'Identity keys',
    webhook: 'Webhook',
    phone: 'Telephone',
    remote: 'Remote help',
    health: 'Health',
    audit: 'Audit log',
    demonstration: 'Demonstration',
  },
  healthHint: 'What the desk stands on, looked at just now. `npm run doctor` says the same on the server.',
  healthSum: (broken: number, warnings: number) =>
    broken + warnings === 0
      ? 'All is well.'
      : [broken > 0 && `${broken} broken`, warnings > 0 && plural(warnings, { one: '1 warning', other: `${warnings} warnings` })]
          .filter(Boolean)
          .join(', '),
  healthAt: (moment: string) => `Looked at ${moment}`,
  healthAgain: 'Look again',
  save: 'Save',
  saved: 'Saved',
  savedPage: 'Saved.',
  notSaved: 'Not saved yet.',
  discard: 'Discard changes',
  savedTeam: (name: string) => `${name} is saved.`,
  removed: (name: string) => `${name} is removed.`,
  undo: 'Undo',
  undone: 'It is as it was before.',
  reload: 'Look at it again',
  remove: 'Remove',
  removedSite: (name: string) => `${name} is removed: its tokens are believed no longer.`,
  copy: 'Copy',
  copied: 'Copied',
  name: 'Name',
  nameMissing: 'Write a name',
  nothing: 'Nothing here yet.',
  more: 'Show more',
  between: (least: number, most: number) => `A whole number from ${least} to ${most}`,
  numbers,
  numbersHint: 'What the waiting line and the tickets go by. They count from the next decision on.',

  role: 'Role',
  teams: 'Teams',
  noTeams: 'No team',
  capacity: 'Capacity',
  capacityHint: 'How many chats at once',
  state: 'State',
  states: { invited: 'Invited', active: 'Active', disabled: 'Disabled' },
  lastSeen: 'Last seen',
  never: 'Never',
  invite: 'Invite',
  inviteTitle: 'Invite a person',
  changePerson: (name: string) => `Change ${name}`,
  emailWrong: 'Write an e-mail address such as ada@example.com',
  linkFor: (name: string) => `One-time link for ${name}`,
  linkHint: (until: string) => `Hand it over yourself. It works once, until ${until}, and is not shown again.`,
  disable: 'Disable',
  disableHint: 'Signs the person out everywhere and gives the chats back to the line.',
  disabled: (name: string) => `${name} is disabled.`,
  enable: 'Enable again',
  newLink: 'New link',
  newLinkHint: 'For a forgotten password or a lost link. Older links stop working.',
  signOutEverywhere: 'Sign out everywhere',
  signedOut: 'Signed out everywhere.',

  newTeam: 'New team',
  changeTeam: (name: string) => `Change ${name}`,
  tier: 'Tier',
  tierHint: '1 answers first; higher tiers get what is escalated.',
  topics: 'Topics',
  topicsHint: 'Requesters choose from these; each leads to this team. One that is renamed stays the same topic.',
  topicsMany: 'At most 50 topics',
  topicsPageHint: 'What requesters choose from before they write, and which team each choice leads to.',
  topicNumber: (place: number) => `Topic ${place}`,
  addTopic: 'Add a topic',
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  removeTopic: (name: string) => `Remove ${name}`,
  hours: 'Opening hours',
  hoursPageHint: 'Outside these hours nobody waits in vain: requesters are told when it opens next, and leave a message.',
  alwaysOpen: 'Always open',
  byHours: 'By the hours below',
  openByHours: (zone: string) => `By hours, ${zone}`,
  zone: 'Time zone',
  zoneWrong: 'No such time zone. Europe/Berlin is one.',
  days,
  hoursHint: 'Such as 08:00-12:00, 13:00-17:00. Empty is closed. Midnight at the end of a day is 24:00.',
  hoursWrong: 'Write hours such as 08:00-17:00',
  closed: 'Closed',
  closedOn: 'Days that are different',
  closedOnHint: 'Holidays and half days, whatever the week says. Without hours, the team is closed.',
  dayName: 'Name, such as a holiday',
  dayHours: 'Hours, such as 08:00-12:00',
  closedThen: 'closed',
  addDay: 'Add',
  removeDay: (day: string) => `Remove ${day}`,
  openUntil: (time: string) => `By these hours it is open now, until ${time}.`,
  opensNext: (day: string, date: string, time: string) => `By these hours it is closed now, and opens on ${day}, ${date}, at ${time}.`,
  opensNever: 'By these hours it does not open within the next two weeks.',
  closedOnWrong: 'One of the days cannot be read',

  originsList: 'Pages that may show the widget',
  originsHint: 'One a line, such as https://intranet.example. No path, no wildcard.',
  originsWrong: (line: string) => `${line} is not an origin such as https://intranet.example`,

  toPaste: 'What to paste',
  toPasteHint:
    'The first line goes into every page that shows the widget, anywhere in its head. The others only where a page has a Content-Security-Policy.',
  scriptTag: 'Into the page',
  cspLines: 'Into its Content-Security-Policy',

  repliesHint: 'Type / in a chat to use one. Your own are yours alone; those of your team and of everyone are kept by supervisors.',
  findReply: 'Find a reply',
  repliesFound: (count: number) => plural(count, { one: '1 reply', other: `${count} replies` }),
  noReplies: 'No saved replies yet. Keep a text that you write often: it is then one slash away in every chat.',
  newReply: 'New reply',
  changeReply: (name: string) => `Change ${name}`,
  text: 'Text',
  textMissing: 'Write the text',
  replyNameHint: 'What you type behind the slash to find it.',
  putIn: 'Put in what is filled in when it is used',
  variables,
  unknownVariable: (name: string) => `{{${name}}} stands for nothing. Choose from the buttons below.`,
  preview: 'How it reads',
  previewEmpty: 'Write a text, and it is shown here with an example.',
  exampleName: 'Rita Moreno',
  deskItself: 'IT help desk',
  whose: 'For whom',
  whoseNames: { mine: 'Only me', everyone: 'Everyone' },
  forTeam: (name: string) => `Team ${name}`,

  sitesHint: 'A page with a key here can say who its visitor is. Without one, requesters type their name and are shown as unverified.',
  noSites: 'No page vouches for its visitors yet. Add a site, paste the code into its server, and requesters need not type who they are.',
  newSite: 'New site',
  changeSite: (name: string) => `Change ${name}`,
  issuer: 'Issuer (iss)',
  issuerMissing: 'Write the issuer',
  audience: 'Audience (aud)',
  audienceMissing: 'Write the audience',
  algorithm: 'Algorithm',
  algorithms: { HS256: 'HS256, a shared secret', RS256: 'RS256, a public key', ES256: 'ES256, a public key' },
  publicKey: 'Public key (PEM)',
  publicKeyWrong: 'Paste a key that begins with -----BEGIN PUBLIC KEY-----',
  secret: 'Secret',
  secretHint: 'Keep it on the server of that page. It is not shown again.',
  rotate: 'New key',
  rotateHint: 'The old key stays good for some hours, so that the page can change over without a gap.',
  previousHours: 'The old key stays good for (hours)',
  previousUntil: (until: string) => `the key before stays good until ${until}`,

  pageCode: 'Code to paste',
  pageCodeHint: 'The server signs who is signed in there, and the page hands that over. The key stays on the server.',
  codeLanguage: 'Language',
  onPagesServer: (language: string) => `On the page’s server, in ${language}`,
  onPage: 'In the page, when it is loaded and when somebody signs in or out',

  webhookHint: 'Each logged ticket is sent there, signed, and again until it is accepted.',
  url: 'Address',
  urlWrong: 'Write an address such as https://tickets.example/hook',
  urlHost: 'Its host must be among the allowed hosts',
  hosts: 'Allowed hosts',
  hostsHint: 'Names, addresses or networks such as 10.0.0.0/8, one a line. A name that stands for an address inside needs that listed too.',
  hostsWrong: (line: string) => `${line} is not a host`,
  enabled: 'Send logged tickets',
  newSecret: 'Make a new secret',
  webhookSecretHint: 'The receiver checks the signature with it. It is not shown again.',
  test: 'Send a test now',
  testTitle: 'Try it',
  testHint: 'Sends one signed event of the kind “test” to the address as it is saved.',
  testing: 'Sending, and waiting for the answer…',
  testFine: 'The receiver accepted the test.',
  testAnswer: (status: number, milliseconds: number) => `Answer ${status} after ${milliseconds} ms`,
  trouble: (trouble: Trouble) => {
    switch (trouble.kind) {
      case 'off':
        return 'No webhook is set up, or it is switched off. Save an address first, and switch it on.'
      case 'status':
        return `The receiver answered ${trouble.status}. Look into its log.`
      case 'redirect':
        return `The receiver answered ${trouble.status}, a redirect. Write the address that it leads to.`
      case 'scheme':
        return 'Only addresses with http and https can be called.'
      case 'not-listed':
        return `${trouble.host} is not among the allowed hosts.`
      case 'inside':
        return `${trouble.host} is at ${trouble.address}, inside your network: allow that address too.`
      case 'too-slow':
        return `No answer within ${trouble.seconds} s.`
      case 'unreachable':
        return `The receiver could not be reached (${trouble.code}).`
      case 'failed':
        return 'The event could not be put together. The log of the server says why.'
    }
  },
  deliveries: 'Deliveries',
  deliveryStates: { waiting: 'Waiting', delivered: 'Delivered', 'set-aside': 'Given up', skipped: 'Not wanted' },
  noDeliveries: 'Nothing was sent yet. Each ticket is sent when it is logged.',
  noSuchDelivery: 'No delivery fits. Take something away from what is looked for.',
  anyState: 'Any state',
  fromDay: 'From',
  toDay: 'To',
  replayed: 'It is sent again.',
  attempts: 'Tries',
  lastError: 'Last answer',
  replay: 'Send again',
  at: 'When',

  who: 'Who',
  what: 'What',
  about: 'About',
  after: 'After',
  onServer: 'On the server',
}
