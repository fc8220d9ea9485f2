import { bringStyles } from '../../shared/ui/late-styles.ts'
import { fetchNow } from '../../shared/ui/later.ts'
import { loadCalls, loadDialogs } from '../parts/dialogs.ts'
import { loadTargets } from '../parts/targets.ts'
import { loadTogether } from '../parts/together.ts'

/** The screens that are not there from the beginning, in as few pieces as are good for the way. */
export const later = {
  tickets: () => import('./tickets-later.ts'),
  board: () => import('./board-later.ts'),
  dialogs: loadDialogs,
  calls: loadCalls,
  together: loadTogether,
  targets: loadTargets,
  knowledge: () => Promise.all([import('./knowledge-later.ts'), bringStyles('/console/knowledge.css')]).then(([part]) => part),
  settings: () => import('./settings-later.ts'),
}

/** Fetches them, so that none is waited for, not even while the line is down. */
export const fetchScreens = () => Promise.all(Object.values(later).map(fetchNow))
