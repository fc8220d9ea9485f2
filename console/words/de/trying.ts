import { pluralOf } from '../../../shared/ui/plural.ts'
import type { trying as english } from '../en/trying.ts'

const plural = pluralOf('de')

/** Einstellungen, an Verkehr ausprobiert, bevor jemand mit ihnen wartet. */
export const trying: typeof english = {
  hint: 'Lässt denselben Verkehr zum Desk kommen, wie er ist und wie Sie ihn vorschlagen, und vergleicht. Dabei ändert sich nichts. Die Gespräche dauern, wie sie dauerten; was Agenten von sich aus tun, ist hier nicht bekannt.',
  team: 'Gefragtes Team',
  noTeams: 'Noch gibt es kein Team. Sobald es eines gibt, lassen sich seine Einstellungen hier ausprobieren.',
  traffic: 'Verkehr',
  sources: { day: 'Ein vergangener Tag', chance: 'Erdacht' },
  day: 'Tag',
  dayWrong: 'Ein Tag, der vorbei ist, oder heute',
  numbers: {
    perHour: 'Anfragen je Stunde',
    hours: 'Stunden',
    agents: 'Agenten',
    capacity: 'Chats je Agent',
    talkMinutes: 'Ein Chat dauert (Minuten)',
    patienceMinutes: 'Wartende geben auf nach (Minuten)',
    aimSeconds: 'Ziel: Hilfe innerhalb von (Sekunden)',
  },
  numberWrong: (least, most) => `Eine Zahl von ${least} bis ${most}`,
  patienceHint: 'Im Mittel. Leer: nie.',
  talkHint: 'Im Mittel.',
  proposal: 'Ihr Vorschlag',
  proposalHint:
    'Eine Einstellungsdatei, Einstellungen von Hand oder beides: dann gilt, was Sie von Hand schreiben. Was Sie auf den Seiten der Einstellungen geschrieben und nicht gespeichert haben, gehört dazu, und was Sie hier schreiben, steht auch dort. Öffnungszeiten, Themen und Kenntnisse schlagen Sie mit einer Datei vor.',
  fileHint: 'Oder hier ablegen. Sie ist geschrieben wie „Alles in einer Datei“.',
  putAway: (file) => `${file} weglegen`,
  of: 'Einstellungen von',
  wholeDesk: 'Ganzer Helpdesk',
  differs: 'Was anders ist als jetzt',
  nothing: 'Noch nichts. So ausprobiert, sehen Sie, wie lange man mit den jetzigen Einstellungen wartet.',
  changes: (count) =>
    count === 0
      ? 'Alles, wovon das Warten abhängt, ist schon so, wie Sie es vorschlagen.'
      : plural(count, { one: '1 Einstellung ist anders.', other: `${count} Einstellungen sind anders.` }),
  untried: (count) =>
    plural(count, {
      one: '1 weitere Änderung, von der kein Warten abhängt, wird nicht ausprobiert.',
      other: `${count} weitere Änderungen, von denen kein Warten abhängt, werden nicht ausprobiert.`,
    }),
  wrong: (file, count) =>
    plural(count, {
      one: `Eine Stelle ${file === null ? 'Ihres Vorschlags' : `in ${file} oder von Hand`} ist falsch:`,
      other: `${count} Stellen ${file === null ? 'Ihres Vorschlags' : `in ${file} oder von Hand`} sind falsch:`,
    }),
  unfinished: 'Von Hand ist etwas geschrieben, das so nicht geht:',
  drop: 'Vorschlag verwerfen',
  dropped: 'Der Vorschlag ist verworfen.',
  run: 'Ausprobieren',
  stop: 'Abbrechen',
  running: (percent) => `Wird ausprobiert: ${percent} %`,
  gone: 'Die Probe wurde unterbrochen. Beginnen Sie sie noch einmal.',
  result: 'Ergebnis',
  done: 'Die Probe ist fertig.',
  about: (asked, agents) => `${asked} Anfragen, ${agents} Agenten`,
  figure: 'Kennzahl',
  present: 'Jetzt',
  proposed: 'Vorschlag',
  change: 'Änderung',
  same: 'gleich',
  figures: {
    asked: 'Baten um Hilfe',
    served: 'Bekamen Hilfe',
    median: 'Wartezeit, Median',
    p90: 'Wartezeit, neun von zehn innerhalb',
    longest: 'Wartezeit, längste',
    withinAim: 'Hilfe innerhalb des Ziels',
    gaveUp: 'Gaben auf',
    messages: 'Hinterließen eine Nachricht oder werden zurückgerufen',
    closed: 'Fanden niemanden vor',
    waiting: 'Warteten am Ende noch',
    moved: 'Warteten in einer anderen Schlange weiter',
    passedBy: 'Wurden überholt',
    missed: 'Verpasste Angebote',
    occupancy: 'Auslastung der Agenten',
    fairness: 'Gleichmäßigkeit zwischen Agenten',
  },
  passedByHint: 'Wurden überholt: Jemand, der später an der Reihe war, ging an einen Agenten, der sie nicht bekommen konnte.',
  fairnessHint: 'Gleichmäßigkeit: 1 heißt gleich viel für alle Agenten (Index nach Jain).',
  plot: 'Wie lange neun von zehn warteten, nach ihrer Ankunft',
  plotTable: 'Dasselbe als Tabelle',
  came: 'Ankunft ab',
  requests: 'Anfragen',
  points: ' Pp.',
  use: 'Gespeichert ist noch nichts. Ihr Vorschlag steht bereit auf diesen Seiten:',
}
