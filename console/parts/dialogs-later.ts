/** Dialogs over chats and tickets, in one piece. */
export { HoldDialog } from './HoldDialog.tsx'
export { PromiseDialog } from './PromiseDialog.tsx'
export { TransferDialog } from './TransferDialog.tsx'
