import { pluralOf } from '../../shared/ui/plural.ts'
import { weekdayTimeOf } from '../../shared/ui/times.ts'
import { german as shared } from '../../shared/ui/words/de.ts'
import type { Words } from '../words.ts'

export { shared }

const plural = pluralOf('de')

/** The German texts of the widget. */
export const german: Words = {
  desk: 'IT-Helpdesk',
  close: 'Schließen',
  minimise: 'Minimieren',
  back: 'Alle meine Anfragen',
  loading: 'Wird geladen',
  unread: (count) => `${count} ungelesen`,
  hello: (name) => `Hallo ${name.split(/\s/)[0]},`,
  helloStranger: 'Hallo,',
  whatIsWrong: 'was klappt nicht?',
  introduce: {
    why: 'Damit wir wissen, wem wir helfen und wie wir Sie erreichen.',
    name: 'Ihr Name',
    email: 'Ihre E-Mail-Adresse',
    emailIfAny: 'Ihre E-Mail-Adresse (freiwillig)',
    go: 'Weiter',
    going: 'Einen Moment',
  },
  ask: {
    topic: 'Worum geht es?',
    anything: 'Ich bin nicht sicher',
    text: 'Was ist passiert?',
    hint: 'Was haben Sie getan, und was war zu sehen?',
    ifAny: (label) => `${label} (freiwillig)`,
    chat: 'Mit dem Helpdesk chatten',
    message: 'Nachricht hinterlassen',
    messageInstead: 'Lieber eine Nachricht hinterlassen',
  },
  reception: {
    unknown: 'Wir sehen nach, wer da ist',
    here: (count) => plural(count, { one: '1 Person ist da', other: `${count} Personen sind da` }),
    waiting: (count) => (count === 0 ? 'niemand wartet' : plural(count, { one: '1 wartet', other: `${count} warten` })),
    nobody: 'Gerade ist niemand da. Hinterlassen Sie eine Nachricht: Sie bekommen gleich eine Nummer und die Antwort hier.',
    closed: 'Der Helpdesk ist geschlossen. Hinterlassen Sie eine Nachricht: Sie bekommen gleich eine Nummer und die Antwort hier.',
    closedUntil: (at) =>
      `Der Helpdesk ist geschlossen. Er öffnet ${weekdayTimeOf(at)}. Hinterlassen Sie eine Nachricht: Sie bekommen gleich eine Nummer und die Antwort hier.`,
  },
  minutes: ({ from, to }) => {
    if (to === 0) return 'weniger als eine Minute'
    if (from === 0) return `bis zu ${to} Min.`
    return from === to ? `etwa ${to} Min.` : `etwa ${from} bis ${to} Min.`
  },
  requests: {
    title: 'Ihre Anfragen',
    unread: (count) => `${count} neu`,
    waiting: 'Wartet',
    active: 'Im Chat',
    held: 'Zurückgestellt',
    unrouted: 'Nachricht hinterlassen',
    ended: 'Beendet',
    resolved: 'Gelöst',
    closed: 'Abgeschlossen',
    cancelled: 'Abgebrochen',
  },
  log: 'Der Chat',
  message: 'Ihre Nachricht',
  placeholder: { waiting: 'Schreiben Sie, was noch hilft', chat: 'Nachricht schreiben', left: 'Nachricht ergänzen' },
  opening: 'Ihre Anfrage wird gesendet',
  request: (label) => `Anfrage ${label}`,
  place: {
    ordinal: (place) => `${place}.`,
    inLine: 'in der Warteschlange',
    unknown: 'Sie sind in der Warteschlange',
    stay: 'Sie können diese Seite verlassen: Ihr Platz bleibt, und Ihr Chat ist da, wenn Sie zurückkommen.',
    messageInstead: 'Lieber eine Nachricht hinterlassen',
    leave: 'Verlassen',
    sure: 'Nicht mehr warten? Ihr Platz geht verloren.',
  },
  left: {
    title: 'Ihre Nachricht ist bei uns',
    text: 'Sie können dies schließen. Die Antwort kommt hier, unter dieser Nummer.',
  },
  end: { go: 'Chat beenden', sure: 'Diesen Chat beenden?' },
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
    transcript: 'Chat speichern',
    another: 'Etwas anderes fragen',
  },
  tooLate: {
    why: 'Dieser Chat ist zu lange beendet, oder ein anderer ist offen. Was Sie geschrieben haben, bleibt erhalten.',
    anew: 'Damit neu beginnen',
  },
  line: {
    offline: 'Keine Verbindung. Nachrichten werden gesendet, sobald Sie wieder verbunden sind.',
    renewed: 'Der Helpdesk wurde erneuert. Nichts von dem, was Sie geschrieben haben, geht verloren.',
    reload: 'Neu laden',
  },
  trouble: (trouble) =>
    trouble === 'not-reached' ? 'Der Helpdesk war nicht zu erreichen. Versuchen Sie es gleich noch einmal.' : shared.refused[trouble],
  otherIsOpen: 'Zu meiner offenen Anfrage',
  editAgain: 'Ändern',
  tryAgain: 'Noch einmal versuchen',
  gone: 'Diese Anfrage gibt es hier nicht mehr.',
}
