import { pluralOf } from '../../shared/ui/plural.ts'
import { weekdayTimeOf } from '../../shared/ui/times.ts'
import { english as shared } from '../../shared/ui/words/en.ts'
import type { Trouble } from '../models/visit.ts'

const plural = pluralOf('en')

/** The English texts of the widget. Another language is another file of this shape. */
export const english = {
  desk: 'IT help desk',
  close: 'Close',
  minimise: 'Minimise',
  back: 'All my requests',
  loading: 'Loading',
  unread: (count: number) => `${count} unread`,
  hello: (name: string) => `Hello ${name.split(/\s/)[0]},`,
  helloStranger: 'Hello,',
  whatIsWrong: 'what’s not working?',
  introduce: {
    why: 'So that we know whom we help and where to reach you.',
    name: 'Your name',
    email: 'Your e-mail address',
    emailIfAny: 'Your e-mail address (optional)',
    go: 'Continue',
    going: 'One moment',
  },
  ask: {
    topic: 'What is it about?',
    anything: 'I’m not sure',
    text: 'What happened?',
    hint: 'What did you do, and what did you see?',
    ifAny: (label: string) => `${label} (optional)`,
    chat: 'Chat with the help desk',
    message: 'Leave a message',
    messageInstead: 'Leave a message instead',
  },
  reception: {
    unknown: 'Looking who is here',
    here: (count: number) => plural(count, { one: '1 person is here', other: `${count} people are here` }),
    waiting: (count: number) => (count === 0 ? 'nobody waits' : `${count} waiting`),
    nobody: 'Nobody is here right now. Leave a message: you get a number now and the answer here.',
    closed: 'The help desk is closed. Leave a message: you get a number now and the answer here.',
    closedUntil: (at: string) =>
      `The help desk is closed. It opens ${weekdayTimeOf(at)}. Leave a message: you get a number now and the answer here.`,
  },
  minutes: ({ from, to }: { from: number; to: number }) => {
    if (to === 0) return 'less than a minute'
    if (from === 0) return `up to ${to} min`
    return from === to ? `about ${to} min` : `about ${from} to ${to} min`
  },
  requests: {
    title: 'Your requests',
    unread: (count: number) => `${count} new`,
    waiting: 'Waiting',
    active: 'In a chat',
    held: 'On hold',
    unrouted: 'Message left',
    ended: 'Ended',
    resolved: 'Resolved',
    closed: 'Closed',
    cancelled: 'Left',
  },
  log: 'The conversation',
  message: 'Your message',
  placeholder: { waiting: 'Add anything that helps', chat: 'Write a message', left: 'Add to your message' },
  opening: 'Sending your request',
  request: (label: string) => `Request ${label}`,
  place: {
    ordinal,
    inLine: 'in line',
    unknown: 'You are in line',
    stay: 'You can leave this page: we keep your place, and your chat is here when you come back.',
    messageInstead: 'Leave a message instead',
    leave: 'Leave the line',
    sure: 'Leave the line? Your place will be lost.',
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
    transcript: 'Save the chat',
    another: 'Ask something else',
  },
  tooLate: {
    why: 'This chat ended too long ago to be reopened, or another one is open. What you wrote is kept.',
    anew: 'Start anew with these words',
  },
  line: {
    offline: 'No connection. Messages are sent when you’re back.',
    renewed: 'The help desk was renewed. Nothing you wrote gets lost.',
    reload: 'Load anew',
  },
  /** Why something could not be done. */
  trouble: (trouble: Trouble) =>
    trouble === 'not-reached' ? 'The help desk could not be reached. Try again in a moment.' : shared.refused[trouble],
  otherIsOpen: 'Go to my open request',
  editAgain: 'Change it',
  tryAgain: 'Try again',
  gone: 'This request is not here any more.',
}

function ordinal(place: number): string {
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
  return `${place}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(place)] ?? 'th'}`
}
