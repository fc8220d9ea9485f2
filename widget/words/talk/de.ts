import { pluralOf } from '../../../shared/ui/plural.ts'
import { german as shared } from '../../../shared/ui/words/de.ts'
import type { Words } from '../../talk-words.ts'

export { shared }

const plural = pluralOf('de')

/** The German texts of talking and of what was talked about. */
export const german: Words = {
  requests: {
    title: 'Ihre Anfragen',
    unread: (count) => `${count} neu`,
    waiting: 'Wartet',
    active: 'Im Chat',
    held: 'Zurückgestellt',
    unrouted: 'Nachricht hinterlassen',
    ended: 'Beendet',
    working: 'In Arbeit',
    resolved: 'Gelöst',
    closed: 'Abgeschlossen',
    cancelled: 'Abgebrochen',
  },
  log: 'Der Chat',
  message: 'Ihre Nachricht',
  placeholder: { waiting: 'Was noch helfen kann', chat: 'Nachricht schreiben', left: 'Nachricht ergänzen' },
  request: (label) => `Anfrage ${label}`,
  place: {
    ordinal: (place) => `${place}.`,
    inLine: 'in der Warteschlange',
    unknown: 'Sie sind in der Warteschlange',
    stay: 'Sie können diese Seite verlassen: Ihr Platz bleibt, und Ihr Chat ist da, wenn Sie zurückkommen.',
    instead: { message: 'Lieber eine Nachricht hinterlassen', 'call-back': 'Lieber um Rückruf bitten' },
    tooLong: (minutes) => `Es kann länger als ${minutes} Minuten dauern.`,
    shut: 'Dieses Team musste schließen. Ihr Platz bleibt, oder Sie hinterlassen eine Nachricht.',
    leave: 'Verlassen',
    sure: 'Nicht mehr warten? Ihr Platz geht verloren.',
  },
  news: {
    title: 'Nächste Nachricht',
    by: (until) => `Nächste Nachricht bis ${until}`,
    late: (until) => `Wir sind spät dran: Eine Nachricht war bis ${until} versprochen.`,
    inMinutes: (minutes) => `(in ${minutes} Min.)`,
    works: (name) => `${name} arbeitet daran`,
    who: (name) => `${name} hält Sie auf dem Laufenden`,
  },
  left: {
    title: 'Ihre Nachricht ist bei uns',
    text: 'Sie können dies schließen. Die Antwort kommt hier, unter dieser Nummer.',
  },
  end: { go: 'Beenden', sure: 'Diesen Chat beenden?' },
  yes: { leave: 'Nicht mehr warten', end: 'Chat beenden' },
  no: 'Bleiben',
  ended: {
    solved: 'Gelöst',
    title: 'Der Chat ist beendet',
    left: 'Sie warten nicht mehr',
    times: (from, to) => `${from} bis ${to}`,
    with: (name) => `mit ${name}`,
    rate: 'Wie war es?',
    rateWhy: 'Ihre Antwort geht an das Team.',
    stars: (count) => plural(count, { one: '1 Stern', other: `${count} Sterne` }),
    comment: 'Was sollten wir wissen? (freiwillig)',
    sendRating: 'Senden',
    thanks: 'Danke für Ihre Rückmeldung.',
    resolved: 'Gelöst',
    stillOpen: 'Ihr Chat ist in diesem Ticket.',
    reopen: 'Tritt wieder auf: erneut öffnen',
    anew: 'Tritt wieder auf: neu anfragen',
    transcript: 'Chat speichern',
    another: 'Etwas anderes fragen',
  },
  tooLate: {
    why: 'Dieser Chat ist zu lange beendet, oder ein anderer ist offen. Was Sie geschrieben haben, bleibt erhalten.',
    anew: 'Damit neu beginnen',
  },
  otherIsOpen: 'Zu meiner offenen Anfrage',
  editAgain: 'Ändern',
  tryAgain: 'Noch einmal versuchen',
  needed: (labels) => `Noch nötig: ${labels}.`,
  gone: 'Diese Anfrage gibt es hier nicht mehr.',
}
