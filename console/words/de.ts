import type { Words } from '../words.ts'
import { board } from './de/board.ts'
import { chats } from './de/chats.ts'
import { emergency } from './de/emergency.ts'
import { escalation } from './de/escalation.ts'
import { keys } from './de/keys.ts'
import { promises } from './de/promises.ts'
import { recap } from './de/recap.ts'
import { refused } from './de/refused.ts'
import { settings } from './de/settings.ts'
import { setup } from './de/setup.ts'
import { shell } from './de/shell.ts'
import { tickets } from './de/tickets.ts'
import { told } from './de/told.ts'
import { turns } from './de/turns.ts'
import { why } from './de/why.ts'
import { wrapUp } from './de/wrap-up.ts'

export { german as shared } from '../../shared/ui/words/de.ts'

/** Every text an agent reads, in German. */
export const german: Words = {
  shell,
  chats,
  board,
  keys,
  tickets,
  promises,
  escalation,
  recap,
  wrapUp,
  emergency,
  settings,
  setup,
  told,
  turns,
  why,
  refused,
}
