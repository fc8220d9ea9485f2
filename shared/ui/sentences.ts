import type { Entry } from '../entry.ts'
import { ticketLabel } from '../ticket.ts'
import { textOf } from './text.ts'

/** Who reads a timeline: the requester is told about himself, agents about everyone. */
export type Reader = 'requester' | 'agent'

/** Names a person or a team. */
export type NameOf = (id: string) => string

/** An entry that is not a message, as a sentence for its reader; null where there is nothing to say. */
export function sentenceOf(entry: Entry, reader: Reader, nameOf: NameOf): string | null {
  return reader === 'requester' ? toRequester(entry, nameOf) : toAgent(entry, nameOf)
}

function toRequester(entry: Entry, nameOf: NameOf): string | null {
  switch (entry.kind) {
    case 'opened':
      return `Your request has the number ${ticketLabel(entry.number)}.`
    case 'assigned':
      return entry.how === 'offer' || entry.how === 'take'
        ? `${nameOf(entry.agent)} is here to help.`
        : `${nameOf(entry.agent)} takes over from here.`
    case 'joined':
      return `${nameOf(entry.agent)} joined.`
    case 'stepped-out':
      return `${nameOf(entry.agent)} left the chat.`
    case 'queued':
      return backInLine[entry.why]
    case 'held':
      return 'Your request is on hold. You can still write.'
    case 'resumed':
      return 'Your request is being worked on again.'
    case 'message-left':
      return entry.why === 'wish'
        ? 'You left a message. You get an answer here.'
        : 'You were away, so your request was kept as a message. You get an answer here.'
    case 'abandoned':
      return 'You left the line.'
    case 'ended':
      return endedForRequester[entry.why](nameOf(entry.by))
    case 'reopened':
      return 'You reopened the request.'
    case 'rated':
      return `You gave ${entry.stars} of 5 stars.`
    case 'resolved':
      return entry.body?.resolution ? `Resolved: ${textOf(entry.body.resolution)}` : 'Resolved.'
    case 'closed':
      return 'The request is closed.'
    case 'said':
    case 'noted':
    case 'offered':
    case 'declined':
    case 'expired':
    case 'withdrawn':
    case 'transferred':
    case 'lost':
    case 'went-absent':
    case 'came-back':
    case 'classified':
    case 'logged':
      return null
  }
}

const backInLine = {
  transferred: 'You are being passed on. Your waiting time counts from the start.',
  'agent-lost': 'Your agent lost the connection. You are back in line with your old waiting time; nothing you wrote is lost.',
  'agent-disabled': 'Your agent cannot go on. You are back in line with your old waiting time; nothing you wrote is lost.',
  reopened: 'You are in line again.',
}

const endedForRequester = {
  requester: () => 'You ended the chat.',
  agent: (name: string) => `${name} ended the chat.`,
  silence: () => 'The chat ended because nobody wrote for a while.',
}

function toAgent(entry: Entry, nameOf: NameOf): string | null {
  const by = nameOf(entry.by)
  switch (entry.kind) {
    case 'opened':
      return `${nameOf(entry.requester)} opened ${ticketLabel(entry.number)} in ${nameOf(entry.team)}${entry.entrance === 'message' ? ' as a message' : ''}.`
    case 'assigned':
      return `${nameOf(entry.agent)} ${assignedHow[entry.how]}.`
    case 'joined':
      return `${nameOf(entry.agent)} joined.`
    case 'stepped-out':
      return `${nameOf(entry.agent)} stepped out.`
    case 'queued':
      return `Back in the line of ${nameOf(entry.team)}: ${queuedWhy[entry.why]}.`
    case 'held':
      return `${by} put this on hold.`
    case 'resumed':
      return `${by} resumed.`
    case 'message-left':
      return entry.why === 'wish'
        ? 'The requester leaves a message instead of waiting.'
        : 'The requester stayed away; this is a message now.'
    case 'abandoned':
      return 'The requester left the line.'
    case 'ended':
      return entry.why === 'silence' ? 'Ended, since nobody wrote for a while.' : `${by} ended the chat.`
    case 'reopened':
      return `${by} reopened this.`
    case 'rated':
      return `Rated ${entry.stars} of 5${entry.body?.comment ? `: ${textOf(entry.body.comment)}` : '.'}`
    case 'resolved':
      return entry.body?.resolution ? `${by} resolved this: ${textOf(entry.body.resolution)}` : `${by} resolved this.`
    case 'closed':
      return 'The ticket is closed.'
    case 'offered':
      return `Offered to ${nameOf(entry.agent)}.`
    case 'declined':
      return `${nameOf(entry.agent)} declined${entry.body?.reason ? `: ${textOf(entry.body.reason)}` : '.'}`
    case 'expired':
      return `${nameOf(entry.agent)} did not answer the offer.`
    case 'withdrawn':
      return `The offer to ${nameOf(entry.agent)} was withdrawn.`
    case 'transferred':
      return `${by} transferred this to ${nameOf('team' in entry.to ? entry.to.team : entry.to.agent)}${entry.body?.comment ? `: ${textOf(entry.body.comment)}` : '.'}`
    case 'lost':
      return entry.why === 'gone' ? `${nameOf(entry.agent)} lost the connection.` : `${nameOf(entry.agent)} was disabled.`
    case 'went-absent':
      return 'The requester closed the page.'
    case 'came-back':
      return 'The requester is back.'
    case 'classified':
      return `${by} changed the ticket.`
    case 'logged':
      return 'The ticket was logged.'
    case 'said':
    case 'noted':
      return null
  }
}

const assignedHow = {
  offer: 'accepted',
  take: 'took this from the line',
  transfer: 'got this by transfer',
  'take-over': 'took over',
  reopen: 'has this again',
}

const queuedWhy = {
  transferred: 'transferred',
  'agent-lost': 'the agent lost the connection',
  'agent-disabled': 'the agent was disabled',
  reopened: 'reopened',
}
