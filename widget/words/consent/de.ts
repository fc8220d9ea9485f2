import type { Words } from '../../consent-words.ts'

/** What a requester is asked to agree to, in German. */
export const german: Words = {
  diagnostics: 'Darf der Helpdesk das sehen?',
  diagnosticsWhy: 'Nur was angekreuzt ist, geht an den Helpdesk, und nur wenn Sie zustimmen. Es bleibt auf Ihrem Ticket.',
  remote: (tool) => `Darf der Helpdesk ${tool} verwenden?`,
  remoteWhy:
    'Dann kann man dort Ihren Bildschirm sehen, so weit Sie es zulassen. Schließen Sie, was niemand sehen soll. Sie können es jederzeit beenden.',
  agree: 'Ich stimme zu',
  disagree: 'Nein',
  running: (tool) => `Sie haben ${tool} zugestimmt.`,
  open: (tool) => `${tool} öffnen`,
  stop: 'Beenden',
  stopped: 'Sie haben es beendet. Der Helpdesk weiß davon.',
  over: 'Der Helpdesk braucht das nicht mehr.',
  told: (text) => `Sie haben uns gesagt: ${text}`,
  callUndone: 'Das wurde versehentlich aufgeschrieben.',
  agreed: 'Sie haben zugestimmt.',
  disagreed: 'Sie haben nicht zugestimmt.',
  looking: 'wird geprüft …',
  items: {
    browser: 'Browser',
    system: 'System',
    zone: 'Zeitzone',
    clock: 'Uhr',
    screen: 'Bildschirm',
    errors: 'Letzte Fehler dieses Fensters',
    page: 'Letzte Fehler der Seite darum herum',
  },
  unknown: 'unbekannt',
  screenOf: (width, height, ratio) => `${width} × ${height}, ${ratio}×`,
  clockRight: 'richtig',
  clockOff: (seconds) => (seconds > 0 ? `geht ${seconds} s vor` : `geht ${-seconds} s nach`),
  noErrors: 'keine',
  reached: (milliseconds) => `in ${milliseconds} ms erreicht`,
  notReached: 'nicht erreicht',
}
