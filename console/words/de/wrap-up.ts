import { pluralOf } from '../../../shared/ui/plural.ts'
import type { wrapUp as english } from '../en/wrap-up.ts'

const plural = pluralOf('de')

/** Wrapping up, in German. */
export const wrapUp: typeof english = {
  noAnswer: 'Keine Antwort',
  duplicate: 'Duplikat von …',
  duplicateOf: 'Duplikat von',
  duplicateSearch: 'Nummer oder Wörter des anderen Tickets',
  duplicateMissing: 'Wählen Sie das Ticket, das hier noch einmal vorkommt',
  subjectMissing: 'Schreiben Sie, worum es ging',
  categoryMissing: 'Wählen Sie eine Kategorie',
  resolutionShort: (missing) =>
    `Schreiben Sie etwas mehr: Es ${missing === 1 ? 'fehlt noch ein Zeichen' : `fehlen noch ${missing} Zeichen`}`,
  timeSpent: 'Aufwand',
  minutes: 'Aufwand (Minuten)',
  minutesWrong: 'Geben Sie ganze Minuten an, von 1 bis 1440',
  spent: (minutes) => `${minutes} Min.`,
  suggested: { similar: 'wie ähnliche Tickets', topic: 'wie andere zu diesem Thema' },
  suggestedCode: { silent: 'da keine Antwort mehr kam', answered: 'da zuletzt geantwortet wurde' },
  takenOver: 'Aus dem Chat übernommen: ändern Sie es, wenn etwas anderes geholfen hat. Auch die anfragende Person sieht das.',
  steps: (count) => plural(count, { one: '1 Schritt ist festgehalten', other: `${count} Schritte sind festgehalten` }),
  change: 'Ändern',
  lastSaidKey: 'Pfeil nach unten übernimmt Ihre letzte Nachricht.',
  lastSaidHint: 'Auch die anfragende Person sieht das.',
  useLastSaid: 'Meine letzte Nachricht übernehmen',
  resolveNext: 'Lösen und weiter',
  choices: 'Auswahl',
  nothingFits: 'Nichts passt. Schreiben Sie weniger oder etwas anderes.',
  noCategory: 'Keine Kategorie',
  duplicates: 'Duplikate dieses Tickets',
}
