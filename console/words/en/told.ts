import { andThen } from '../../../shared/words/and-then.ts'
import { told as tickets } from '../../../shared/words/en.ts'

/** What happened in a conversation, told to agents. */
export const told = {
  ...tickets,
  opened: {
    line: (who: string, label: string, team: string) => `${who} opened ${label} in ${team}.`,
    message: (who: string, label: string, team: string) => `${who} opened ${label} in ${team} as a message.`,
  },
  assigned: {
    offer: (who: string) => `${who} accepted.`,
    automatic: (who: string) => `${who} was given this.`,
    take: (who: string) => `${who} took this from the line.`,
    transfer: (who: string) => `${who} got this by transfer.`,
    'take-over': (who: string) => `${who} took over.`,
    reopen: (who: string) => `${who} has this again.`,
  },
  joined: (who: string) => `${who} joined.`,
  steppedOut: (who: string) => `${who} stepped out.`,
  queued: (team: string, why: string) => `Back in the line of ${team}: ${why}.`,
  queuedWhy: {
    transferred: 'transferred',
    'agent-lost': 'the agent lost the connection',
    'agent-silent': 'the agent did not answer',
    'agent-disabled': 'the agent was disabled',
    reopened: 'reopened',
    overflow: 'it took too long before',
    'nobody-here': 'nobody was there before',
    'line-full': 'the line before was full',
    'waited-too-long': 'the longest wait was over',
  },
  held: (who: string, reason: string, until: string) => `${who} put this on hold${until && ` until ${until}`}${andThen(reason)}`,
  heldSilent: 'On hold, since the requester is silent.',
  resumedByClock: 'The time on hold is over.',
  nudged: 'The requester was asked whether anybody is still there.',
  awaited: {
    requester: (who: string) => `${who} waits for the requester.`,
    agent: (who: string) => `${who} has something to answer here.`,
  },
  warned: {
    agent: (who: string) => `${who} was reminded to answer.`,
    supervisors: (who: string) => `${who} still does not answer. Those who supervise were told.`,
  },
  promiseNear: (until: string) => `News is promised by ${until}: the owner was reminded.`,
  targetNear: (target: string, until: string) => `${target} is due by ${until}: the owner was warned.`,
  promiseBroken: (until: string) => `The promise of news by ${until} is broken. Those who supervise were told.`,
  late: (minutes: number) => `(${lengthOf(minutes)} after its time)`,
  resumed: (who: string) => `${who} resumed.`,
  messageLeft: 'The requester leaves a message instead of waiting.',
  messageBecause: {
    absent: 'The requester stayed away; this is a message now.',
    'nobody-here': 'Nobody was there; this is a message now.',
    'line-full': 'The line was full; this is a message now.',
    'waited-too-long': 'The longest wait was over; this is a message now.',
  },
  callBack: 'The requester is to be called back.',
  abandoned: 'The requester left the line.',
  ended: (who: string) => `${who} ended the chat.`,
  endedSilent: 'Ended, since the requester stayed silent.',
  offered: (who: string) => `Offered to ${who}.`,
  declined: (who: string, reason: string) => `${who} declined${andThen(reason)}`,
  expired: (who: string) => `${who} did not answer the offer.`,
  withdrawn: (who: string) => `The offer to ${who} was withdrawn.`,
  lost: {
    gone: (who: string) => `${who} lost the connection.`,
    disabled: (who: string) => `${who} was disabled.`,
    silent: (who: string) => `${who} did not answer, and was set to away.`,
  },
  keptFor: (who: string) => `Kept for ${who}, whom the requester knows.`,
  widened: {
    agent: 'No longer kept for one agent: anybody may take it.',
    skills: 'The skill that was wanted is only preferred from now on.',
  },
  favoured: 'The requester must not be kept waiting.',
  wentAbsent: 'The requester closed the page.',
  cameBack: 'The requester is back.',
  classified: (who: string) => `${who} changed the ticket.`,
  bound: {
    parent: (who: string) => `${who} made this a part of another ticket.`,
    problem: (who: string) => `${who} named the problem that causes this.`,
  },
  unbound: (who: string) => `${who} took a link to another ticket away.`,
  linked: (who: string) => `${who} marked this as a duplicate of another ticket.`,
  logged: 'The ticket was logged.',
}

/** Minutes, hours or days: what is long is not counted in small change. */
function lengthOf(minutes: number): string {
  if (minutes < 120) return `${minutes} min`
  return minutes < 2 * 24 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`
}
