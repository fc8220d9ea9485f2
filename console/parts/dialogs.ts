import { bringStyles } from '../../shared/ui/late-styles.ts'

/** What lies over chats and tickets for a moment: it comes once the chats are there. Always this same function, so that it comes once. */
export const loadDialogs = () => import('./dialogs-later.ts')

/** Writing down calls, with its styles. */
export const loadCalls = () => Promise.all([import('./calls-later.ts'), bringStyles('/console/calls.css')]).then(([part]) => part)
