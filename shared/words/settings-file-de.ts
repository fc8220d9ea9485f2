import type { SettingsFileWords } from '../settings-sentences.ts'

/** What is said about a settings file, in German. */
export const settingsFile: SettingsFileWords = {
  faults: {
    'other-version': 'muss 1 sein. Das ist eine Datei einer anderen Version oder keine Einstellungsdatei.',
    missing: 'fehlt',
    unknown: 'ist keine Einstellung. Sehen Sie nach, wie eine exportierte Datei es schreibt.',
    unreadable: 'ist nicht so geschrieben, wie es sein muss. Sehen Sie nach, wie eine exportierte Datei es schreibt.',
    twice: 'ist zweimal genannt',
    both: 'soll zugleich gehen und bleiben',
  },
  notJson: 'Das ist kein JSON.',
  notJsonAt: (line, column) => `Das ist kein JSON: Ab Zeile ${line}, Spalte ${column} ist es nicht lesbar.`,
  mustBe: (what) => `muss ${what} sein`,
  kinds: {
    number: 'eine Zahl',
    int: 'eine ganze Zahl',
    string: 'Text in Anführungszeichen',
    boolean: 'true oder false',
    array: 'eine Liste […]',
    object: 'eine Gruppe von Einstellungen {…}',
  },
  least: {
    number: (bound) => `muss mindestens ${bound} sein`,
    string: (bound) => (bound === 1 ? 'darf nicht leer sein' : `muss mindestens ${bound} Zeichen haben`),
    array: (bound) => (bound === 1 ? 'muss mindestens einen Eintrag haben' : `muss mindestens ${bound} Einträge haben`),
  },
  most: {
    number: (bound) => `darf höchstens ${bound} sein`,
    string: (bound) => `darf höchstens ${bound} Zeichen haben`,
    array: (bound) => `darf höchstens ${bound} Einträge haben`,
  },
  step: (step) => `muss ein Vielfaches von ${String(step).replace('.', ',')} sein`,
  oneOf: (values) => `muss eines von diesen sein: ${values}`,
  rules: {
    'Each comes after the one before': 'Jeder Schritt kommt nach dem vorigen',
    'Opening comes before closing': 'Die Öffnung liegt vor der Schließung',
    'No such time zone': 'Diese Zeitzone gibt es nicht',
    'Each field once': 'Jede Frage einmal',
    'Each language once': 'Jede Sprache einmal',
    'Said in one language at least': 'In mindestens einer Sprache',
    'At most 50 skills': 'Höchstens 50 Kenntnisse',
    'A colour is # and six digits from 0 to f': 'Eine Farbe ist # und sechs Ziffern von 0 bis f',
  },
  noSuchTeam: (name) => `Es gibt kein Team namens ${name}, weder in diesem Helpdesk noch in der Datei`,
  noSuchWord: (name) => `{{${name}}} steht für nichts`,
  notes: {
    'not-here': (what, names) => `Nicht in diesem Helpdesk und daher ausgelassen: ${what} ${names}`,
    gone: (what, names) => `Nicht mehr in diesem Helpdesk: ${what} ${names}`,
    left: (what, names) => `Nicht in der Datei und daher unverändert: ${what} ${names}`,
  },
  sections: { teams: 'Teams', categories: 'Kategorien', agents: 'Agenten', replies: 'Vorlagen' },
  more: (count) => `und ${count} weitere`,
}
