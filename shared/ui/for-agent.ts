import type { Entry } from '../entry.ts'
import { ticketLabel } from '../ticket.ts'
import type { NameOf } from './lines.ts'
import { textOf } from './text.ts'

/** What happened, told to agents; null where there is nothing to say. */
export function tellAgent(entry: Entry, nameOf: NameOf): string | null {
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
      return `${by} ended the chat.`
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
