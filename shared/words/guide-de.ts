import type { guide as english } from './guide-en.ts'

/** What happened to a guide and its steps, told in German. */
export const guide: typeof english = {
  started: (name) => `Die Anleitung „${name}“ beginnt.`,
  taken: {
    done: (title) => `${title}: erledigt.`,
    'did-not-help': (title) => `${title}: hat nicht geholfen.`,
    cannot: (title) => `${title}: ging nicht.`,
    choice: (title, answer) => `${title}: „${answer}“.`,
    skipped: (title, reason) => `${title}: ausgelassen (${reason}).`,
  },
  back: 'Einen Schritt zurück.',
  added: (title) => `Noch ein Schritt: ${title}.`,
  stuck: (title, text) => `Kein Weiterkommen bei „${title}“${text && `: ${text}`}.`,
  ended: {
    solved: 'Die Anleitung ist durch: Es ist gelöst.',
    escalate: 'Die Anleitung ist durch: Wer mehr weiß, soll es sich ansehen.',
    person: 'Die Anleitung ist durch: Von hier an geht es mit einem Menschen weiter.',
    stopped: 'Die Anleitung wurde abgebrochen.',
  },
}
