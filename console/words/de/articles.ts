import { pluralOf } from '../../../shared/ui/plural.ts'
import type { articles as english } from '../en/articles.ts'

const plural = pluralOf('de')

/** Artikel in Chats und aus Tickets. */
export const articles: typeof english = {
  title: 'Artikel',
  hint: 'Artikel: ?? und ein Wort tippen',
  none: 'Kein Artikel passt.',
  write: 'Einen schreiben',
  looking: 'Wird gesucht',
  chosen: (name, place, count, canSend) =>
    `${name}, ${place} von ${count}. Eingabe übernimmt ihn${canSend ? ', Alt+Eingabe schickt ihn' : ''}.`,
  found: (count) => plural(count, { one: '1 Artikel', other: `${count} Artikel` }),
  keys: 'Eingabe übernimmt ihn, Alt+Eingabe schickt ihn als Karte',
  internal: 'nur für Agenten: sein Text wird übernommen',
  send: 'Schicken',
  sendThis: (title) => `„${title}“ schicken`,
  sent: (title) => `Geschickt: ${title}`,
  fits: 'Ein Artikel, der passt:',
  read: (title) => `„${title}“ lesen`,
  not: 'Jetzt nicht',
  draft: 'Daraus einen Artikel machen',
  draftGuide: 'Daraus eine Anleitung machen',
  drafted: (title) => `Entwurf behalten: ${title}`,
  open: 'Öffnen',
}
