import { pluralOf } from '../../../shared/ui/plural.ts'
import type { oneFile as english } from '../en/one-file.ts'

const plural = pluralOf('de')

const settings = (count: number) => plural(count, { one: '1 Einstellung', other: `${count} Einstellungen` })

/** All settings in one file, in German. */
export const oneFile: typeof english = {
  hint: 'Wie Teams, Warteschlangen, Themen, das Widget, was geheim ist, Fernhilfe, Telefone, Kenntnisse und Vorlagen eingerichtet sind, als ein lesbarer Text: zum gemeinsamen Ansehen, für die Versionsverwaltung, zum Mitnehmen in einen anderen Helpdesk. Schlüssel, Passwörter und Chats stehen nie darin.',
  save: 'Als Datei speichern',
  saved: 'Die Einstellungen sind als Datei gespeichert.',
  choose: 'Datei wählen',
  chooseHint: 'Oder hier ablegen. Sie sehen, was sie ändern würde, bevor etwas geändert wird.',
  drop: 'Die Einstellungsdatei hier ablegen',
  reading: 'Wird mit diesem Helpdesk verglichen …',
  tooLarge: 'Das ist zu groß für eine Einstellungsdatei.',
  unreadable: 'Das lässt sich nicht lesen. Wählen Sie die Datei selbst und keinen Ordner.',
  compared: (file, count) => (count === 0 ? `Alles ist schon so, wie ${file} es sagt.` : `${file} ändert ${settings(count)}.`),
  wrong: (file, count) =>
    plural(count, {
      one: `Eine Stelle in ${file} ist falsch. Es wurde nichts geändert.`,
      other: `${count} Stellen in ${file} sind falsch. Es wurde nichts geändert.`,
    }),
  apply: (count) => `${settings(count)} ändern`,
  applied: (count) => `${settings(count)} nach einer Datei geändert.`,
  putAway: 'Alles lassen, wie es ist',
  anew: 'Neu vergleichen',
  what: 'Wo',
  setting: 'Einstellung',
  was: 'Jetzt',
  willBe: 'Dann',
  isNew: 'Neu',
  isGone: 'Entfernt',
  order: 'Reihenfolge',
  sections: { teams: 'Team', categories: 'Kategorie', agents: 'Agent', replies: 'Vorlage' },
}
