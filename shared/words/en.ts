import type { Channel } from '../entry.ts'
import type { Code, Impact, TicketStatus, Urgency } from '../ticket.ts'
import { andThen } from './and-then.ts'
import { guide } from './guide-en.ts'

const statuses: Record<TicketStatus, string> = {
  new: 'New',
  'in-progress': 'In progress',
  'on-hold': 'On hold',
  resolved: 'Resolved',
  closed: 'Closed',
  cancelled: 'Cancelled',
}
const impacts: Record<Impact, string> = { low: 'One person', medium: 'A group', high: 'Everyone' }
const urgencies: Record<Urgency, string> = { low: 'Can wait', medium: 'Slowed down', high: 'Cannot work' }
const codes: Record<Code, string> = {
  solved: 'Solved',
  workaround: 'Workaround given',
  advice: 'Advice given',
  'no-answer': 'Requester did not answer',
  duplicate: 'Duplicate',
  'not-reproducible': 'Could not be reproduced',
  spam: 'Spam',
}
const channels: Record<Channel, string> = { chat: 'Chat', message: 'Message', phone: 'Phone', 'walk-up': 'Walk-up' }

/** What stands on a ticket, on the screen as on paper. */
export const ticket = {
  statuses,
  impacts,
  urgencies,
  codes,
  channels,
  number: 'Number',
  subject: 'Subject',
  status: 'Status',
  priority: 'Priority',
  impact: 'Impact',
  urgency: 'Urgency',
  category: 'Category',
  requester: 'Requester',
  email: 'E-mail',
  team: 'Team',
  owner: 'Owner',
  workOwner: 'Work owner',
  channel: 'Channel',
  opened: 'Opened',
  changed: 'Changed',
  resolvedAt: 'Resolved',
  outcome: 'Outcome',
  resolution: 'Resolution',
  timeline: 'Timeline',
}

/** What happened to a ticket, told on the screen as on paper. */
export const told = {
  guide,
  called: {
    phone: (by: string, who: string) => `${who} called. ${by} wrote it down.`,
    'walk-up': (by: string, who: string) => `${who} came by. ${by} wrote it down.`,
  },
  told: (text: string) => `What was asked: ${text}`,
  consent: {
    asked: {
      diagnostics: (who: string) => `${who} asked for diagnostics.`,
      remote: (who: string, tool: string) => `${who} asked for consent to ${tool}.`,
    },
    given: (who: string, report: string) => `${who} agreed${andThen(report)}`,
    refused: (who: string) => `${who} did not agree.`,
    ended: (who: string, result: string) => `${who} ended it${andThen(result)}`,
  },
  callUndone: (who: string) => `${who} took this back: it was logged by mistake.`,
  reopened: (who: string) => `${who} reopened this.`,
  rated: (stars: number, comment: string) => `Rated ${stars} of 5${andThen(comment)}`,
  resolved: (who: string, resolution: string) => `${who} resolved this${andThen(resolution)}`,
  closed: 'The ticket is closed.',
  promised: (who: string, until: string, about: string) => `${who} promised news by ${until}${andThen(about)}`,
  articleSent: (title: string) => `Article sent: “${title}”`,
  articleHelped: (title: string) => `The article “${title}” helped`,
  articleDidNotHelp: (title: string) => `The article “${title}” did not help`,
  merged: (label: string) => `Merged into ${label}: it goes on there.`,
  unmerged: 'A ticket of its own again.',
  incidentJoined: (title: string) => `Part of the incident “${title}”.`,
  incidentLeft: 'No longer part of an incident.',
  incidentNews: (title: string) => `News for everybody of “${title}”:`,
  promiseKept: 'The news was given that had been promised.',
  promiseWithdrawn: (who: string, until: string) => `${who} took back the promise of news by ${until}.`,
  promiseBroken: (until: string) => `News was promised by ${until}, and was not given by then.`,
  targets: { first: 'The first answer', next: 'The next answer', resolution: 'The solution' },
  targetMissed: (target: string, until: string) => `${target} was due by ${until}, and did not come by then.`,
  transferred: (who: string, to: string, comment: string) => `${who} transferred this to ${to}${andThen(comment)}`,
  reassigned: (who: string, to: string, comment: string) => `${who} gave the ticket to ${to}${andThen(comment)}`,
  progressed: {
    new: (who: string) => `${who} set the ticket back to new.`,
    'in-progress': (who: string) => `${who} works on the ticket.`,
    'on-hold': (who: string) => `${who} put the ticket on hold.`,
  },
  tried: {
    done: (what: string) => `Tried: ${what}. It helped.`,
    'did-not-help': (what: string) => `Tried: ${what}. It did not help.`,
    cannot: (what: string) => `Tried: ${what}. It could not be done.`,
  },
  spent: (who: string, minutes: number) => `${who} spent ${minutes} min on this.`,
}
