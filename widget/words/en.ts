import { pluralOf } from '../../shared/ui/plural.ts'
import { reasonsNow } from '../../shared/ui/reasons.ts'
import { weekdayTimeOf } from '../../shared/ui/times.ts'
import type { Trouble } from '../models/visit.ts'

const plural = pluralOf('en')

/** The English texts of the first screens. Another language is another file of this shape. */
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
  wrong: { missing: 'Please fill this in.', email: 'Please check this address. It looks like name@example.com.' },
  ask: {
    topic: 'What is it about?',
    anything: 'I’m not sure',
    text: 'What happened?',
    hint: 'What did you do, and what did you see?',
    ifAny: (label: string) => `${label} (optional)`,
    chat: 'Chat with the help desk',
    without: { message: 'Leave a message', 'call-back': 'Ask to be called back' },
    instead: { message: 'Leave a message instead', 'call-back': 'Ask to be called back instead' },
  },
  reception: {
    unknown: 'Looking who is here',
    here: (count: number) => plural(count, { one: '1 person is here', other: `${count} people are here` }),
    waiting: (count: number) => (count === 0 ? 'nobody waits' : `${count} waiting`),
    tooLong: (minutes: number) => `this may take longer than ${minutes} min`,
    full: {
      message: 'Too many are waiting just now. Leave a message: you get a number now and the answer here.',
      'call-back': 'Too many are waiting just now. Write what happened: you get a number now, and somebody comes back to you here.',
    },
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
  opening: 'Sending your request',
  line: {
    offline: 'No connection. Messages are sent when you’re back.',
    renewed: 'The help desk was renewed. Nothing you wrote gets lost.',
    reload: 'Load anew',
    incomplete: 'Not everything has loaded. Nothing you wrote gets lost.',
    again: 'Try again',
  },
  /** Why something could not be done. */
  trouble: (trouble: Trouble) =>
    trouble === 'not-reached' ? 'The help desk could not be reached. Try again in a moment.' : reasonsNow()[trouble],
}
