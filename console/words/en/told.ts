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
    'agent-disabled': 'the agent was disabled',
    reopened: 'reopened',
  },
  held: (who: string) => `${who} put this on hold.`,
  resumed: (who: string) => `${who} resumed.`,
  messageLeft: 'The requester leaves a message instead of waiting.',
  messageBecauseAway: 'The requester stayed away; this is a message now.',
  abandoned: 'The requester left the line.',
  ended: (who: string) => `${who} ended the chat.`,
  offered: (who: string) => `Offered to ${who}.`,
  declined: (who: string, reason: string) => `${who} declined${andThen(reason)}`,
  expired: (who: string) => `${who} did not answer the offer.`,
  withdrawn: (who: string) => `The offer to ${who} was withdrawn.`,
  lost: {
    gone: (who: string) => `${who} lost the connection.`,
    disabled: (who: string) => `${who} was disabled.`,
  },
  wentAbsent: 'The requester closed the page.',
  cameBack: 'The requester is back.',
  classified: (who: string) => `${who} changed the ticket.`,
  linked: (who: string) => `${who} marked this as a duplicate of another ticket.`,
  logged: 'The ticket was logged.',
}
