import { chats } from './words/chats.ts'
import { refused } from './words/refused.ts'
import { settings } from './words/settings.ts'
import { shell } from './words/shell.ts'
import { tickets } from './words/tickets.ts'

/** Every text an agent reads, in English. Another language is another object of this shape. */
export const words = { locale: 'en-GB', shell, chats, tickets, settings, refused }
