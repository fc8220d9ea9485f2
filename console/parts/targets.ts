import { bringStyles } from '../../shared/ui/late-styles.ts'

/** By when answers and solutions are due, with its styles. Always this same function, so that it comes once. */
export const loadTargets = () => Promise.all([import('./targets-later.ts'), bringStyles('/console/targets.css')]).then(([part]) => part)
