import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')

/** The English texts of talking and of what was talked about. Another language is another file of this shape. */
export const english = {
  requests: {
    title: 'Your requests',
    unread: (count: number) => `${count} new`,
    waiting: 'Waiting',
    active: 'In a chat',
    held: 'On hold',
    unrouted: 'Message left',
    ended: 'Ended',
    working: 'Being worked on',
    resolved: 'Resolved',
    closed: 'Closed',
    cancelled: 'Left',
  },
  log: 'The conversation',
  message: 'Your message',
  placeholder: { waiting: 'Add anything that helps', chat: 'Write a message', left: 'Add to your message' },
  request: (label: string) => `Request ${label}`,
  place: {
    ordinal,
    inLine: 'in line',
    unknown: 'You are in line',
    stay: 'You can leave this page: we keep your place, and your chat is here when you come back.',
    instead: { message: 'Leave a message instead', 'call-back': 'Ask to be called back instead' },
    tooLong: (minutes: number) => `This may take longer than ${minutes} minutes.`,
    shut: 'This team had to close. You keep your place, or leave a message.',
    leave: 'Leave the line',
    sure: 'Leave the line? Your place will be lost.',
  },
  news: {
    title: 'Next news',
    by: (until: string) => `Next news by ${until}`,
    late: (until: string) => `We are late: news was promised by ${until}.`,
    inMinutes: (minutes: number) => `(in ${minutes} min)`,
    works: (name: string) => `${name} works on it`,
    who: (name: string) => `${name} keeps you informed`,
  },
  left: {
    title: 'Your message is with us',
    text: 'You can close this. The answer comes here, under this number.',
  },
  end: { go: 'End chat', sure: 'End this chat?' },
  yes: { leave: 'Leave', end: 'End chat' },
  no: 'Stay',
  ended: {
    solved: 'Solved',
    title: 'The chat has ended',
    left: 'You left the line',
    times: (from: string, to: string) => `${from} to ${to}`,
    with: (name: string) => `with ${name}`,
    rate: 'How was it?',
    rateWhy: 'Your answer goes to the team.',
    stars: (count: number) => plural(count, { one: '1 star', other: `${count} stars` }),
    comment: 'What should we know? (optional)',
    sendRating: 'Send',
    thanks: 'Thank you for telling us.',
    resolved: 'Resolved',
    stillOpen: 'Your chat is on this ticket.',
    reopen: 'It’s back: reopen',
    anew: 'It’s back: ask anew',
    transcript: 'Save the chat',
    another: 'Ask something else',
  },
  tooLate: {
    why: 'This chat ended too long ago to be reopened, or another one is open. What you wrote is kept.',
    anew: 'Start anew with these words',
  },
  otherIsOpen: 'Go to my open request',
  editAgain: 'Change it',
  tryAgain: 'Try again',
  needed: (labels: string) => `Still needed: ${labels}.`,
  gone: 'This request is not here any more.',
}

function ordinal(place: number): string {
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
  return `${place}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(place)] ?? 'th'}`
}
