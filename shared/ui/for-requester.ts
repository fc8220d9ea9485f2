import type { Entry } from '../entry.ts'
import { ticketLabel } from '../ticket.ts'
import type { NameOf } from './lines.ts'
import { textOf } from './text.ts'

/** What happened, told to the requester himself; null where there is nothing to say. */
export function tellRequester(entry: Entry, nameOf: NameOf): string | null {
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
}
