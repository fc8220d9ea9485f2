import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')

/** Articles in chats and from tickets. */
export const articles = {
  title: 'Articles',
  hint: 'Articles: type ?? and a word',
  none: 'No article fits.',
  write: 'Write one',
  looking: 'Looking',
  chosen: (name: string, place: number, count: number, canSend: boolean) =>
    `${name}, ${place} of ${count}. Enter takes it over${canSend ? ', Alt+Enter sends it' : ''}.`,
  found: (count: number) => plural(count, { one: '1 article', other: `${count} articles` }),
  keys: 'Enter takes it over, Alt+Enter sends it as a card',
  internal: 'for agents only: its text is taken over',
  send: 'Send',
  sendThis: (title: string) => `Send “${title}”`,
  sent: (title: string) => `Sent: ${title}`,
  fits: 'An article that fits:',
  read: (title: string) => `Read “${title}”`,
  not: 'Not now',
  draft: 'Make an article of it',
  draftGuide: 'Make a guide of it',
  drafted: (title: string) => `Draft kept: ${title}`,
  open: 'Open',
}
