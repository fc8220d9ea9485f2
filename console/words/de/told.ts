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
    automatic: (who) => `${who} hat den Chat zugeteilt bekommen.`,
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
    'agent-silent': 'es kam keine Antwort',
    'agent-disabled': 'das Konto wurde gesperrt',
    reopened: 'wieder geöffnet',
    overflow: 'davor dauerte es zu lange',
    'nobody-here': 'davor war niemand da',
    'line-full': 'die Schlange davor war voll',
    'waited-too-long': 'die längste Wartezeit war vorbei',
  },
  held: (who, reason, until) => `${who} hat den Chat${until && ` bis ${until}`} zurückgestellt${andThen(reason)}`,
  heldSilent: 'Zurückgestellt, da keine Antwort kommt.',
  resumedByClock: 'Die Zeit der Zurückstellung ist vorbei.',
  nudged: 'Es wurde gefragt, ob noch jemand da ist.',
  awaited: {
    requester: (who) => `${who} wartet auf die Antwort der anfragenden Person.`,
    agent: (who) => `${who} hat hier noch etwas zu beantworten.`,
  },
  warned: {
    agent: (who) => `${who} wurde an die Antwort erinnert.`,
    supervisors: (who) => `${who} antwortet immer noch nicht. Die Aufsicht wurde benachrichtigt.`,
  },
  promiseNear: (until) => `Eine Nachricht ist bis ${until} versprochen: Es wurde daran erinnert.`,
  targetNear: (target, until) => `${target} ist bis ${until} fällig: Es wurde daran erinnert.`,
  promiseBroken: (until) => `Die bis ${until} versprochene Nachricht kam nicht. Die Aufsicht wurde benachrichtigt.`,
  late: (minutes) => `(${lengthOf(minutes)} nach der Zeit)`,
  resumed: (who) => `${who} hat den Chat fortgesetzt.`,
  messageLeft: 'Statt zu warten, wurde eine Nachricht hinterlassen.',
  messageBecause: {
    absent: 'Es war niemand mehr da; der Chat ist jetzt eine Nachricht.',
    'nobody-here': 'Vom Team war niemand da; der Chat ist jetzt eine Nachricht.',
    'line-full': 'Die Warteschlange war voll; der Chat ist jetzt eine Nachricht.',
    'waited-too-long': 'Die längste Wartezeit war vorbei; der Chat ist jetzt eine Nachricht.',
  },
  callBack: 'Es soll zurückgerufen werden.',
  abandoned: 'Die Warteschlange wurde verlassen.',
  ended: (who) => `${who} hat den Chat beendet.`,
  endedSilent: 'Beendet, da keine Antwort mehr kam.',
  offered: (who) => `Angeboten an ${who}.`,
  declined: (who, reason) => `${who} hat abgelehnt${andThen(reason)}`,
  expired: (who) => `${who} hat das Angebot nicht beantwortet.`,
  withdrawn: (who) => `Das Angebot an ${who} wurde zurückgezogen.`,
  lost: {
    gone: (who) => `${who} hat die Verbindung verloren.`,
    disabled: (who) => `Das Konto von ${who} wurde gesperrt.`,
    silent: (who) => `${who} hat nicht geantwortet und ist jetzt abwesend.`,
  },
  keptFor: (who) => `Für ${who} zurückgehalten, da man sich schon kennt.`,
  widened: {
    agent: 'Nicht mehr für eine Person zurückgehalten: Alle können übernehmen.',
    skills: 'Die gesuchten Kenntnisse sind ab jetzt nur noch erwünscht.',
  },
  favoured: 'Diese Person soll nicht warten müssen.',
  wentAbsent: 'Die Seite wurde geschlossen.',
  cameBack: 'Die Person ist wieder da.',
  classified: (who) => `${who} hat das Ticket geändert.`,
  bound: {
    parent: (who) => `${who} hat dies zum Teil eines anderen Tickets gemacht.`,
    problem: (who) => `${who} hat das Problem genannt, das die Ursache ist.`,
  },
  unbound: (who) => `${who} hat eine Verbindung zu einem anderen Ticket gelöst.`,
  linked: (who: string) => `${who} hat dies als Duplikat eines anderen Tickets markiert.`,
  logged: 'Das Ticket wurde protokolliert.',
}

/** Minutes, hours or days. */
function lengthOf(minutes: number): string {
  if (minutes < 120) return `${minutes} Min.`
  return minutes < 2 * 24 * 60 ? `${Math.round(minutes / 60)} Std.` : `${Math.round(minutes / 1440)} Tage`
}
