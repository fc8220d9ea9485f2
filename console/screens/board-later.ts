/** What supervisors watch, in one piece. */
export { Board } from './Board.tsx'
export { Wall } from './Wall.tsx'
