/** What stands beside a request while it is written: what is known already, files, and articles that may spare one the asking. */
export { AskFiles } from './parts/AskFiles.tsx'
export { BeforeAsking } from './parts/BeforeAsking.tsx'
export { FittingArticles } from './parts/FittingArticles.tsx'
