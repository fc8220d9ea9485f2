/** Where articles are found, read and written, in one piece. */
export { Knowledge } from './knowledge/Knowledge.tsx'
