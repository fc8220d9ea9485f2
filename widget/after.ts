/** What is fetched while people talk: there when they part, or when an article is sent. */
export { Ended } from './parts/Ended.tsx'
export { SentArticles } from './parts/SentArticles.tsx'
