import type { Words } from '../words.ts'
import { auditFields, auditSwitch } from './de/audit-fields.ts'
import { audited } from './de/audited.ts'
import { board } from './de/board.ts'
import { categories } from './de/categories.ts'
import { chats } from './de/chats.ts'
import { distribution } from './de/distribution.ts'
import { emergency } from './de/emergency.ts'
import { escalation } from './de/escalation.ts'
import { keys } from './de/keys.ts'
import { lists } from './de/lists.ts'
import { look } from './de/look.ts'
import { oneFile } from './de/one-file.ts'
import { promises } from './de/promises.ts'
import { recap } from './de/recap.ts'
import { refused } from './de/refused.ts'
import { rules } from './de/rules.ts'
import { settings } from './de/settings.ts'
import { setup } from './de/setup.ts'
import { shell } from './de/shell.ts'
import { tickets } from './de/tickets.ts'
import { told } from './de/told.ts'
import { trying } from './de/trying.ts'
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
  lists,
  wrapUp,
  categories,
  rules,
  emergency,
  oneFile,
  distribution,
  settings,
  setup,
  look,
  audited,
  auditFields,
  auditSwitch,
  told,
  turns,
  trying,
  why,
  refused,
}
