/** Articles in chats: they come when they are wanted for the first time. Always this same function, so that they come once. */
export const loadArticles = () => import('./articles-later.ts')
