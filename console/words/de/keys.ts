import { pluralOf } from '../../../shared/ui/plural.ts'
import type { keys as english } from '../en/keys.ts'

const plural = pluralOf('de')

/** The keys and the palette, in German. */
export const keys: typeof english = {
  title: 'Tasten',
  single: 'Tasten ohne Alt oder Strg, wie J und K',
  where: { anywhere: 'Überall', outside: 'Überall', composer: 'Beim Schreiben', offer: 'Auf einem Angebot', wrapUp: 'Beim Abschließen' },
  names: { Escape: 'Esc', Enter: 'Eingabe', Backspace: 'Rücktaste', Ctrl: 'Strg', Alt: 'Alt', Shift: 'Umschalt' },
  deeds: {
    palette: 'Alles finden',
    sheet: 'Alle Tasten zeigen',
    take: 'Annehmen, was klingelt, den Nächsten in der Reihe, sonst eine hinterlassene Nachricht',
    toOffer: 'Zum Angebot gehen',
    accept: 'Angebot annehmen',
    decline: 'Angebot ablehnen, mit Grund',
    nth: 'Zu einem Ihrer Chats gehen',
    next: 'Nächster Chat',
    previous: 'Voriger Chat',
    availability: 'Verfügbar oder abwesend',
    toReply: 'Antwort schreiben',
    toNote: 'Notiz schreiben',
    transfer: 'Chat weitergeben',
    hold: 'Zurückstellen oder fortsetzen',
    beside: 'Den nächsten Chat daneben öffnen',
    closeSide: 'Diesen Chat vom Bildschirm nehmen',
    about: 'Ticket und Person zeigen oder verbergen, wo kein Platz für sie ist',
    undo: 'Rückgängig machen, was eben getan wurde, solange der Hinweis steht',
    resolve: 'Lösen: abschließen und beenden',
    send: 'Senden',
    newLine: 'Neue Zeile',
    replies: 'Vorlagen, am Anfang einer Nachricht',
    undoSend: 'Zurückholen, was gleich gesendet wird',
    finish: 'Lösen',
    finishNext: 'Lösen und zum nächsten Chat gehen',
    noAnswer: 'Die Person hat nicht geantwortet',
    duplicate: 'Es ist dasselbe wie ein anderes Ticket',
    leave: 'Aus dem Feld, dann zurück zur Liste',
  },
  paletteLabel: 'Einen Chat, eine Person, ein Ticket oder eine Aktion finden',
  groups: { chats: 'Chat', waiting: 'Wartet', actions: 'Aktion', tickets: 'Ticket', people: 'Person', pages: 'Seite' },
  found: (count) => (count === 0 ? 'Nichts passt.' : plural(count, { one: '1 gefunden', other: `${count} gefunden` })),
  ticketsOf: (name) => `Tickets von ${name}`,
}
