import { pluralOf } from '../../shared/ui/plural.ts'
import { reasonsNow } from '../../shared/ui/reasons.ts'
import { weekdayTimeOf } from '../../shared/ui/times.ts'
import type { Words } from '../words.ts'

const plural = pluralOf('de')

/** The German texts of the first screens. */
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
  wrong: { missing: 'Bitte füllen Sie dieses Feld aus.', email: 'Bitte prüfen Sie die Adresse. Sie sieht aus wie name@example.com.' },
  ask: {
    topic: 'Worum geht es?',
    anything: 'Ich bin nicht sicher',
    text: 'Was ist passiert?',
    hint: 'Was haben Sie getan, und was war zu sehen?',
    ifAny: (label) => `${label} (freiwillig)`,
    chat: 'Mit dem Helpdesk chatten',
    without: { message: 'Nachricht hinterlassen', 'call-back': 'Um Rückruf bitten' },
    instead: { message: 'Lieber eine Nachricht hinterlassen', 'call-back': 'Lieber um Rückruf bitten' },
  },
  reception: {
    unknown: 'Wir sehen nach, wer da ist',
    here: (count) => plural(count, { one: '1 Person ist da', other: `${count} Personen sind da` }),
    waiting: (count) => (count === 0 ? 'niemand wartet' : plural(count, { one: '1 wartet', other: `${count} warten` })),
    tooLong: (minutes) => `es kann länger als ${minutes} Min. dauern`,
    full: {
      message: 'Gerade warten zu viele. Hinterlassen Sie eine Nachricht: Sie bekommen gleich eine Nummer und die Antwort hier.',
      'call-back':
        'Gerade warten zu viele. Schreiben Sie, was war: Sie bekommen gleich eine Nummer, und jemand meldet sich hier bei Ihnen.',
    },
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
  opening: 'Ihre Anfrage wird gesendet',
  line: {
    offline: 'Keine Verbindung. Nachrichten werden gesendet, sobald Sie wieder verbunden sind.',
    renewed: 'Der Helpdesk wurde erneuert. Nichts von dem, was Sie geschrieben haben, geht verloren.',
    reload: 'Neu laden',
    incomplete: 'Nicht alles wurde geladen. Nichts von dem, was Sie geschrieben haben, geht verloren.',
    again: 'Noch einmal versuchen',
  },
  trouble: (trouble) =>
    trouble === 'not-reached' ? 'Der Helpdesk war nicht zu erreichen. Versuchen Sie es gleich noch einmal.' : reasonsNow()[trouble],
}
