/** By when answers and solutions are due, in one piece. */
export { targetNews } from '../models/targets.ts'
export { TargetBar } from './TargetBar.tsx'
export { TargetMark } from './TargetMark.tsx'
