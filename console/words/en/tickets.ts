import { ticket } from '../../../shared/words/en.ts'

/** Tickets: their fields, list and page. */
export const tickets = {
  ...ticket,
  ticket: 'Ticket',
  categoryNone: 'None yet',
  nobody: 'Nobody',
  name: 'Name',
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
  back: 'All tickets',
  reopen: 'Reopen and take',
  take: 'Take',
  openChat: 'Open the chat',
  fields: 'Fields',
}
