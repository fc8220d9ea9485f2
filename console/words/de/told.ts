import { andThen } from '../../../shared/words/and-then.ts'
import { told as tickets } from '../../../shared/words/de.ts'
import type { told as english } from '../en/told.ts'

/** What happened in a conversation, told to agents in German. */
export const told: typeof english = {
  ...tickets,
  opened: {
    line: (who, label, team) => `${who} hat ${label} bei ${team} eröffnet.`,
    message: (who, label, team) => `${who} hat ${label} bei ${team} als Nachricht hinterlassen.`,
  },
  assigned: {
    offer: (who) => `${who} hat angenommen.`,
    take: (who) => `${who} hat den Chat aus der Warteschlange geholt.`,
    transfer: (who) => `Der Chat wurde an ${who} weitergegeben.`,
    'take-over': (who) => `${who} hat übernommen.`,
    reopen: (who) => `${who} betreut den Chat wieder.`,
  },
  joined: (who) => `${who} ist beigetreten.`,
  steppedOut: (who) => `${who} hat den Chat verlassen.`,
  queued: (team, why) => `Wieder in der Warteschlange von ${team}: ${why}.`,
  queuedWhy: {
    transferred: 'weitergegeben',
    'agent-lost': 'die Verbindung ging verloren',
    'agent-disabled': 'das Konto wurde gesperrt',
    reopened: 'wieder geöffnet',
  },
  held: (who) => `${who} hat den Chat zurückgestellt.`,
  resumed: (who) => `${who} hat den Chat fortgesetzt.`,
  messageLeft: 'Statt zu warten, wurde eine Nachricht hinterlassen.',
  messageBecauseAway: 'Es war niemand mehr da; der Chat ist jetzt eine Nachricht.',
  abandoned: 'Die Warteschlange wurde verlassen.',
  ended: (who) => `${who} hat den Chat beendet.`,
  offered: (who) => `Angeboten an ${who}.`,
  declined: (who, reason) => `${who} hat abgelehnt${andThen(reason)}`,
  expired: (who) => `${who} hat das Angebot nicht beantwortet.`,
  withdrawn: (who) => `Das Angebot an ${who} wurde zurückgezogen.`,
  lost: {
    gone: (who) => `${who} hat die Verbindung verloren.`,
    disabled: (who) => `Das Konto von ${who} wurde gesperrt.`,
  },
  wentAbsent: 'Die Seite wurde geschlossen.',
  cameBack: 'Die Person ist wieder da.',
  classified: (who) => `${who} hat das Ticket geändert.`,
  linked: (who: string) => `${who} hat dies als Duplikat eines anderen Tickets markiert.`,
  logged: 'Das Ticket wurde protokolliert.',
}
