import type { Behind, Exclusion } from '../../../shared/queue.ts'
import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')
const others: Record<Exclusion | Behind, (name: string) => string> = {
  'not-here': (name) => `${name} was not connected.`,
  away: (name) => `${name} was away.`,
  full: (name) => `${name} had no free place.`,
  'let-it-go-by': (name) => `${name} had let it go by a moment before.`,
  paced: (name) => `${name} had been given another one a moment before.`,
  unskilled: (name) => `${name} lacked a skill that was required.`,
  kept: (name) => `${name} was not the one whom the requester knows.`,
  language: (name) => `${name} does not write in the requester’s language.`,
  'less-skilled': (name) => `${name} lacked a skill that was preferred.`,
  'later-turn': (name) => `${name} had been given one more recently.`,
  busier: (name) => `${name} carried more.`,
  'less-idle': (name) => `${name} carried as much, and had been busy more lately.`,
}

/** Why the line decided as it did. */
export const decisions = {
  offered: (name: string) => `Offered to ${name}.`,
  chosen: (name: string, load: number, capacity: number, idle: string, rule: string) =>
    `${name} carried ${load} of ${capacity} and was free for ${idle}: ${rule}.`,
  rules: {
    'least-loaded': 'the least loaded, then the longest idle',
    'longest-idle': 'the longest idle',
    'round-robin': 'everybody in turn',
    kept: 'known to the requester',
  },
  others,
  declined: (name: string) => `${name} declined.`,
  expired: (name: string) => `${name} did not answer in time.`,
  withdrawn: (name: string) => `The offer to ${name} was taken back.`,
  withdrawnWhy: {
    taken: 'Somebody else took it.',
    left: 'The requester no longer waits.',
    'agent-away': 'The agent went away.',
    'agent-lost': 'No device was connected any more.',
    'agent-disabled': 'The account was disabled.',
    moved: 'It was sent elsewhere.',
  },
  assigned: (name: string) => `${name} has it.`,
  assignedHow: {
    offer: 'The offer was accepted.',
    automatic: 'It was assigned without being offered.',
    take: 'It was taken from the line by hand.',
    transfer: 'It was transferred.',
    'take-over': 'It was taken over.',
    reopen: 'It was reopened.',
  },
  queued: (team: string) => `Waits for ${team}.`,
  queuedWhy: {
    transferred: 'It was transferred, and kept its place by age.',
    'agent-lost': 'Its agent was gone; it kept its place by age.',
    'agent-silent': 'Its agent did not answer; it kept its place by age.',
    'agent-disabled': 'The account of its agent was disabled; it kept its place by age.',
    reopened: 'It was reopened, and nobody who knew it was there.',
    overflow: 'It had waited too long in the line before; it kept its place by age.',
    'nobody-here': 'Nobody was there for the line before; it kept its place by age.',
    'line-full': 'The line before was full.',
    'waited-too-long': 'The longest wait of the line before was over; it kept its place by age.',
  },
  lost: (name: string) => `${name} was lost.`,
  lostWhy: { gone: 'No device was connected any more.', disabled: 'The account was disabled.', silent: 'No answer came for too long.' },
  transferred: (name: string, to: string) => `${name} sent it to ${to}.`,

  nowOffered: (name: string, seconds: number) => `Offered to ${name}, ${seconds} s left.`,
  nobodyAvailable: (team: string) => `Nobody of ${team} is available.`,
  nobodySkilled: (skills: string, time: string) => `Nobody with ${skills} is available.${time && ` Others may take it from ${time} on.`}`,
  keptFor: (name: string, time: string) => `Kept for ${name}, whom the requester knows, until ${time}.`,
  byHand: 'Agents of this team pick from the line themselves.',
  paced: (name: string, seconds: number) => `${name} was given another one and gets the next in ${seconds} s.`,
  noPlace: (name: string) => `${name} has no free place.`,
  askedAgain: (name: string, seconds: number) => `${name} let it go by and is asked again in ${seconds} s.`,
  before: (count: number) => plural(count, { one: '1 before it.', other: `${count} before it.` }),
  next: 'It is offered next.',
}
