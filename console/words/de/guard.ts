import type { guard as english } from '../en/guard.ts'

/** What nobody should write, in German. */
export const guard: typeof english = {
  hint: 'Wer so etwas schreibt, erfährt es vor dem Senden, auf beiden Seiten. Was trotzdem gesendet wird, macht der Helpdesk unkenntlich, bevor es festgehalten, angezeigt, gesucht oder weitergegeben wird. Zu sehen ist, dass dort etwas stand, nie was.',
  kinds: 'Erkannt werden',
  ownKind: 'was unten selbst benannt ist',
  own: 'Eigene Muster',
  ownHint:
    'Eines je Zeile, etwa: Personalnummer = P-######. # ist eine Ziffer, @ ein Buchstabe, ? eines von beiden; jedes andere Zeichen steht für sich. Mindestens vier Zeichen, davon eines, das weder @ noch ? ist.',
  wrongLine: (line) => `Das ist kein Muster: ${line}`,
  tooMany: (most) => `Höchstens ${most} Muster`,
  insist: 'Wer gewarnt wird, darf sagen, dass es nicht geheim ist, und es so senden',
  tryOut: 'Ausprobieren',
  tryHint: 'Mit den Einstellungen, wie sie oben stehen, ob gespeichert oder nicht. Nichts davon verlässt diese Seite.',
  nothingFound: 'Nichts gefunden: Das würde so gesendet.',
  found: (kinds, safe) => `Gefunden: ${kinds}. Unkenntlich gemacht: ${safe}`,
  counts: 'In den letzten 30 Tagen',
  countsHint: 'Gezählt, nie aufbewahrt.',
  noCounts: 'Es kam nichts durch.',
  kind: 'Art',
  masked: 'Vom Helpdesk unkenntlich gemacht',
  insisted: 'Als nicht geheim gesendet',
}
