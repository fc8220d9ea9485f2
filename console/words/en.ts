import { board } from './en/board.ts'
import { chats } from './en/chats.ts'
import { emergency } from './en/emergency.ts'
import { escalation } from './en/escalation.ts'
import { keys } from './en/keys.ts'
import { promises } from './en/promises.ts'
import { recap } from './en/recap.ts'
import { refused } from './en/refused.ts'
import { settings } from './en/settings.ts'
import { setup } from './en/setup.ts'
import { shell } from './en/shell.ts'
import { tickets } from './en/tickets.ts'
import { told } from './en/told.ts'
import { turns } from './en/turns.ts'
import { why } from './en/why.ts'
import { wrapUp } from './en/wrap-up.ts'

/** Every text an agent reads, in English. Another language is another object of this shape. */
export const english = {
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
