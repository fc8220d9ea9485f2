/** Writing down who called or came by, and asking for consent, in one piece. */
export { CallDialog } from './calls/CallDialog.tsx'
export { IncomingCalls } from './calls/IncomingCalls.tsx'
export { ConsentBar } from './remote/ConsentBar.tsx'
export { ConsentMenu } from './remote/ConsentMenu.tsx'
