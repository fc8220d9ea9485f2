import type { Route } from '../../console/router.ts'
import { board, wall } from './board.ts'
import { chats } from './chats.ts'
import { nowhere, signIn, welcome } from './door.ts'
import { incidents } from './incidents.ts'
import { knowledge, knowledgePage } from './knowledge.ts'
import type { Screen } from './screen.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { ticket, tickets } from './tickets.ts'
import { home, introduce, launcher } from './widget.ts'
import { stages } from './widget-stages.ts'

/** The screens at every place of the console. A place that is new there does not compile until it is photographed. */
const places: Record<Route['at'], Record<string, Screen>> = {
  // First: nobody has used the link yet.
  welcome: { welcome, 'sign-in': signIn },
  nowhere: { nowhere },
  setup: named('setup', setup),
  settings: named('settings', settings),
  tickets: { tickets },
  ticket: { ticket },
  chats: { chats },
  board: { board },
  wall: { wall },
  knowledge: { knowledge },
  incidents: { incidents },
}

/** Every screen that there is, by the name of its pictures. */
export const everyScreen: Record<string, Screen> = {
  ...named('console', Object.assign({}, ...Object.values(places))),
  ...named('page', { knowledge: knowledgePage }),
  ...named('widget', { launcher, introduce, home, ...stages }),
}

function named(before: string, screens: Record<string, Screen>): Record<string, Screen> {
  return Object.fromEntries(Object.entries(screens).map(([name, screen]) => [`${before}-${name}`, screen]))
}
