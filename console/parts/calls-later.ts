/** Writing down who called or came by, in one piece. */
export { CallDialog } from './calls/CallDialog.tsx'
export { IncomingCalls } from './calls/IncomingCalls.tsx'
