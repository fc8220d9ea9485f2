/** What colleagues have to do with each other: it comes once the chats are there. Always this same function, so that it comes once. */
export const loadTogether = () => import('./together-later.ts')
