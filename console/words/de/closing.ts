import type { closing as english } from '../en/closing.ts'

/** What must stand in a ticket before it is resolved, in German. */
export const closing: typeof english = {
  hint: 'Was in einem Ticket stehen muss, bevor es gelöst werden kann, wo auch immer das geschieht: im Abschluss, in der Liste, bei vielen zugleich. „Keine Antwort“, „Duplikat“ und „Spam“ brauchen nichts davon, und ein Chat, den niemand abschließt, wird trotzdem erfasst.',
  category: 'Eine Kategorie',
  minutes: 'Der Aufwand',
  resolution: 'Kürzeste Lösung (Zeichen)',
  resolutionHint: '0: Es braucht keine. 1: Irgendein Wort genügt.',
}
