import type { Words } from '../words.ts'
import { refused } from './de-reasons.ts'

export { refused }

const movedOn = 'Ein anderes Team kümmert sich um Sie. Ihre Wartezeit zählt von Anfang an.'

/** The German texts that widget and console share. */
export const german: Words = {
  delivery: { waiting: 'Wird noch gesendet', sent: 'Gesendet', delivered: 'Zugestellt', seen: 'Gesehen' },
  notSent: 'Nicht gesendet.',
  again: 'Noch einmal',
  discard: 'Verwerfen',
  older: 'Frühere Nachrichten zeigen',
  loadingOlder: 'Frühere Nachrichten werden geladen',
  toNewest: 'Zur neuesten Nachricht',
  note: 'Notiz, nur für das Team sichtbar.',
  whisperTo: (name: string) => `Hinweis für ${name}, nur für das Team sichtbar.`,
  erased: 'Dieser Text wurde gelöscht.',
  someone: 'Jemand',
  you: 'Sie',
  today: 'Heute',
  yesterday: 'Gestern',
  send: 'Senden',
  writing: (names) => (names.length === 1 ? `${names[0]} schreibt` : `${names.join(' und ')} schreiben`),
  opensAnew: 'öffnet sich in einem neuen Tab',
  told: {
    opened: (label) => `Ihre Anfrage hat die Nummer ${label}.`,
    helps: (name) => `${name} ist für Sie da.`,
    takesOver: (name) => `Ab hier hilft Ihnen ${name}.`,
    joined: (name) => `${name} ist beigetreten.`,
    steppedOut: (name) => `${name} hat den Chat verlassen.`,
    queued: {
      transferred: 'Sie werden weitergegeben. Ihre Wartezeit zählt von Anfang an.',
      'agent-lost':
        'Die Verbindung Ihres Gegenübers ging verloren. Sie warten mit Ihrer alten Wartezeit weiter; nichts von Ihnen Geschriebenes geht verloren.',
      'agent-disabled':
        'Ihr Gegenüber kann nicht weitermachen. Sie warten mit Ihrer alten Wartezeit weiter; nichts von Ihnen Geschriebenes geht verloren.',
      'agent-silent':
        'Ihr Gegenüber hat nicht geantwortet. Sie warten mit Ihrer alten Wartezeit weiter; nichts von Ihnen Geschriebenes geht verloren.',
      reopened: 'Sie sind wieder in der Warteschlange.',
      overflow: movedOn,
      'nobody-here': movedOn,
      'line-full': movedOn,
      'waited-too-long': movedOn,
    },
    held: (reason, until) =>
      `Ihre Anfrage ist zurückgestellt${until && ` bis ${until}`}${reason && `: ${reason}`}. Sie können weiter schreiben.`,
    resumed: 'An Ihrer Anfrage wird wieder gearbeitet.',
    nudged: 'Sind Sie noch da? Schreiben Sie eine Zeile, dann geht es weiter.',
    messageBecause: {
      wish: 'Sie haben eine Nachricht hinterlassen. Die Antwort bekommen Sie hier.',
      absent: 'Sie waren nicht da, deshalb wurde Ihre Anfrage als Nachricht aufgehoben. Die Antwort bekommen Sie hier.',
      'nobody-here': 'Es ist niemand da, deshalb wurde Ihre Anfrage als Nachricht aufgehoben. Die Antwort bekommen Sie hier.',
      'line-full': 'Es warten zu viele, deshalb wurde Ihre Anfrage als Nachricht aufgehoben. Die Antwort bekommen Sie hier.',
      'waited-too-long': 'Es dauert zu lange, deshalb wurde Ihre Anfrage als Nachricht aufgehoben. Die Antwort bekommen Sie hier.',
    },
    callBack: 'Sie müssen nicht länger warten: Jemand meldet sich bei Ihnen, und zwar hier.',
    abandoned: 'Sie haben die Warteschlange verlassen.',
    endedBecause: {
      requester: 'Sie haben den Chat beendet.',
      silent: 'Der Chat wurde beendet, da nichts mehr von Ihnen kam. Sie können ihn jederzeit wieder öffnen.',
    },
    endedBy: (name) => `${name} hat den Chat beendet.`,
    reopened: 'Sie haben die Anfrage wieder geöffnet.',
    rated: (stars) => `Sie haben ${stars} von 5 Sternen gegeben.`,
    resolved: (resolution) => (resolution ? `Gelöst: ${resolution}` : 'Gelöst.'),
    closed: 'Die Anfrage ist abgeschlossen.',
    sentTo: (team) => `Ab hier arbeitet ${team} an Ihrer Anfrage. Sie müssen nichts noch einmal erzählen.`,
    worksOn: (name) => `${name} arbeitet an Ihrer Anfrage.`,
    promised: (name, until, about) => `${name} hat Ihnen eine Nachricht bis ${until} versprochen${about && `: ${about}`}`,
    promiseWithdrawn: 'Die Zeit für die nächste Nachricht gilt nicht mehr.',
  },
  files: {
    attach: 'Dateien anhängen',
    upTo: (size) => `je bis ${size}`,
    attached: 'Angehängte Dateien',
    drop: 'Dateien hier ablegen, um sie anzuhängen',
    list: (count) => (count === 1 ? '1 Datei' : `${count} Dateien`),
    pasted: (clock) => `Bildschirmfoto ${clock}.png`,
    fetching: 'Bild wird geladen',
    open: (name) => `Bild ${name} öffnen`,
    save: (name, size) => `${name} herunterladen, ${size}`,
    download: 'Herunterladen',
    close: 'Bild schließen',
    sending: (name) => `${name} wird gesendet`,
    cancel: (name) => `${name} abbrechen`,
    remove: (name) => `${name} entfernen`,
    again: (name) => `${name} noch einmal senden`,
    understood: 'Verstanden',
    lost: 'Wurde nicht vollständig gesendet, bevor die Seite geschlossen wurde. Hängen Sie sie noch einmal an.',
    gone: (name) => `${name} konnte nicht geladen werden. Versuchen Sie es gleich noch einmal.`,
    tooLarge: (name, most) => `${name} ist zu groß: Eine Datei darf höchstens ${most} haben.`,
    most: 'Mit einer Nachricht gehen höchstens 10 Dateien. Senden Sie zuerst diese.',
    without: 'Ohne die Dateien senden',
  },
  emoji: { title: 'Emoji', faces: 'Gesichter', people: 'Gesten und Menschen', things: 'Dinge', signs: 'Zeichen' },
  refused,
}
