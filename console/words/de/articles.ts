import type { articles as english } from '../en/articles.ts'

/** Artikel in Chats und aus Tickets. */
export const articles: typeof english = {
  title: 'Artikel',
  hint: 'Artikel: ?? und ein Wort tippen',
  none: 'Kein Artikel passt.',
  write: 'Einen schreiben',
  looking: 'Wird gesucht',
  chosen: (name, place, count, canSend) =>
    `${name}, ${place} von ${count}. Eingabe übernimmt ihn${canSend ? ', Alt+Eingabe schickt ihn' : ''}.`,
  keys: 'Eingabe übernimmt ihn, Alt+Eingabe schickt ihn als Karte',
  internal: 'nur für Agenten: sein Text wird übernommen',
  sendThis: (title) => `„${title}“ schicken`,
  fits: 'Passender Artikel:',
  read: (title) => `„${title}“ lesen`,
  not: 'Jetzt nicht',
  draft: 'Artikel schreiben',
  draftGuide: 'Anleitung schreiben',
  drafted: (title) => `Entwurf behalten: ${title}`,
  draftKey: 'Ein eigener Entwurf aus dem, was auf dem Ticket steht: Alt+D',
  problem: 'Worum es geht',
  tried: 'Was versucht wurde',
  solution: 'Lösung',
  waiting: (due, inReview) =>
    [due > 0 ? `${due} eigene wieder anzusehen` : '', inReview > 0 ? `${inReview} in Prüfung` : ''].filter(Boolean).join(', '),
  unreached: 'Artikel können gerade nicht gesucht werden. Esc schließt das hier.',
  untitled: 'Ohne Titel',
}
