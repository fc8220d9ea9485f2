import type { Words } from '../../closing-words.ts'

/** What only the settings of closing and of secrets say, in German. */
export const german: Words = {
  closing: {
    hint: 'Was in einem Ticket stehen muss, bevor es gelöst werden kann, wo auch immer das geschieht: im Abschluss, in der Liste, bei vielen zugleich. „Keine Antwort“, „Duplikat“ und „Spam“ brauchen nichts davon, und ein Chat, den niemand abschließt, wird trotzdem erfasst.',
    category: 'Eine Kategorie',
    minutes: 'Der Aufwand',
    resolution: 'Kürzeste Lösung (Zeichen)',
    resolutionHint: '0: Es braucht keine. 1: Irgendein Wort genügt.',
  },
  guard: {
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
  },
}
