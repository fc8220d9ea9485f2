import type { Code, Impact, TicketStatus, Urgency } from '../../../shared/ticket.ts'
import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')
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

/** Tickets: their fields, list and page. */
export const tickets = {
  statuses,
  impacts,
  urgencies,
  codes,
  ticket: 'Ticket',
  subject: 'Subject',
  category: 'Category',
  categoryNone: 'None yet',
  impact: 'Impact',
  urgency: 'Urgency',
  priority: 'Priority',
  team: 'Team',
  owner: 'Owner',
  workOwner: 'Work owner',
  nobody: 'Nobody',
  status: 'Status',
  resolution: 'Resolution',
  outcome: 'Outcome',
  opened: 'Opened',
  resolvedAt: 'Resolved',
  changed: 'Changed',
  number: 'Number',
  requester: 'Requester',
  name: 'Name',
  email: 'E-mail',
  noEmail: 'Not known',
  identity: 'Identity',
  presence: 'Presence',
  verified: 'Vouched for by the intranet',
  unverified: 'Unverified: typed by the person',

  search: 'Search subject, messages and resolution',
  find: 'Search',
  all: 'All',
  open: 'Open',
  mine: 'Mine',
  anyTeam: 'Any team',
  anyOwner: 'Any owner',
  anyPriority: 'Any priority',
  anyStatus: 'Any status',
  filters: 'Filters',
  more: 'Show more',
  none: 'No ticket fits these filters.',
  count: (count: number) => plural(count, { one: '1 ticket', other: `${count} tickets` }),
  countMore: (count: number) => `${count} tickets, and more`,
  back: 'All tickets',
  reopen: 'Reopen and take',
  take: 'Take',
  openChat: 'Open the chat',
  fields: 'Fields',
  timeline: 'Timeline',
}
