import type { remote as english } from '../en/remote.ts'

/** Help from afar: what a requester is asked to agree to, in German. */
export const remote: typeof english = {
  menu: 'Um Zustimmung bitten',
  diagnostics: 'Um Diagnosedaten bitten',
  diagnosticsHint: (probes) =>
    `Browser, System, Zeitzone, Uhr, Bildschirm, letzte Fehler${probes > 0 ? ` und ob ${probes} eingetragene Adressen erreicht werden` : ''}`,
  tool: (name) => `Um Zustimmung zu ${name} bitten`,
  noTools: 'Noch ist kein Werkzeug eingetragen: Das geschieht unter Einstellungen, Fernhilfe.',
  chosen: (name, place, of) => `${name}, ${place} von ${of}`,
  waiting: {
    diagnostics: 'Um Diagnosedaten gebeten. Es kam noch keine Antwort.',
    remote: (tool) => `Um Zustimmung zu ${tool} gebeten. Es kam noch keine Antwort.`,
  },
  takeBack: 'Zurücknehmen',
  running: (tool) => `${tool} wurde zugestimmt.`,
  open: (tool) => `${tool} öffnen`,
  result: 'Was es gebracht hat',
  outcomes: { done: 'Es hat geholfen', 'did-not-help': 'Es hat nicht geholfen', cannot: 'Es ging nicht' },
  settings: {
    hint: 'Worum in einem Chat gebeten werden kann. Wer gefragt wird, sieht zuerst alles, stimmt zu oder nicht, und das steht auf dem Ticket.',
    probes: 'Adressen, die probiert werden dürfen',
    probesHint:
      'Eine je Zeile, etwa: Intranet = https://intranet.example.com/. Das Widget probiert, ob sie antworten, und liest nichts. Was jede antworten muss, steht in docs/remote.md.',
    wrongProbe: (line) => `Das ist keine Adresse: ${line}`,
    tools: 'Werkzeuge',
    toolsHint: 'Eines je Zeile, etwa: Quick Assist = ms-quick-assist: oder Remotedesktop = https://intranet.example.com/hilfe.rdp.',
    wrongTool: (line) => `Dieser Link darf nicht geöffnet werden: ${line}`,
    schemes: (list) => `Ein Link darf mit ${list} beginnen.`,
    twice: (name) => `${name} steht zweimal da.`,
    tooMany: (most) => `Höchstens ${most} Zeilen`,
  },
}
