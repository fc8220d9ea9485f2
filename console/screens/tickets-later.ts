/** Where tickets are read, in one piece. */
export { TicketPage } from './TicketPage.tsx'
export { Tickets } from './Tickets.tsx'
