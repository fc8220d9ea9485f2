/** Where tickets are read, in one piece. */
export { Incidents } from './Incidents.tsx'
export { TicketPage } from './TicketPage.tsx'
export { Tickets } from './Tickets.tsx'
