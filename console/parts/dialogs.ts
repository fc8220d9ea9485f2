/** What lies over chats and tickets for a moment: it comes once the chats are there. Always this same function, so that it comes once. */
export const loadDialogs = () => import('./dialogs-later.ts')
