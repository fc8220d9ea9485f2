import { andThen } from './and-then.ts'
import type { ticket as englishTicket, told as englishTold } from './en.ts'
import { guide } from './guide-de.ts'

/** What stands on a ticket, in German. */
export const ticket: typeof englishTicket = {
  statuses: {
    new: 'Neu',
    'in-progress': 'In Arbeit',
    'on-hold': 'Zurückgestellt',
    resolved: 'Gelöst',
    closed: 'Abgeschlossen',
    cancelled: 'Abgebrochen',
  },
  impacts: { low: 'Eine Person', medium: 'Eine Gruppe', high: 'Alle' },
  urgencies: { low: 'Kann warten', medium: 'Behindert', high: 'Arbeit unmöglich' },
  codes: {
    solved: 'Gelöst',
    workaround: 'Umgehung genannt',
    advice: 'Rat gegeben',
    'no-answer': 'Keine Antwort erhalten',
    duplicate: 'Duplikat',
    'not-reproducible': 'Nicht nachvollziehbar',
    spam: 'Spam',
  },
  channels: { chat: 'Chat', message: 'Nachricht', phone: 'Telefon', 'walk-up': 'Persönlich' },
  number: 'Nummer',
  subject: 'Betreff',
  status: 'Status',
  priority: 'Priorität',
  impact: 'Auswirkung',
  urgency: 'Dringlichkeit',
  category: 'Kategorie',
  requester: 'Anfrage von',
  email: 'E-Mail',
  team: 'Team',
  owner: 'Betreut von',
  workOwner: 'Bearbeitet von',
  channel: 'Kanal',
  opened: 'Geöffnet',
  changed: 'Geändert',
  resolvedAt: 'Gelöst',
  outcome: 'Ergebnis',
  resolution: 'Lösung',
  timeline: 'Verlauf',
}

/** What happened to a ticket, told in German. */
export const told: typeof englishTold = {
  guide,
  called: {
    phone: (by, who) => `${who} hat angerufen. ${by} hat es aufgeschrieben.`,
    'walk-up': (by, who) => `${who} kam vorbei. ${by} hat es aufgeschrieben.`,
  },
  told: (text) => `Worum es ging: ${text}`,
  callUndone: (who) => `${who} hat das zurückgenommen: Es wurde versehentlich erfasst.`,
  reopened: (who) => `${who} hat den Chat wieder geöffnet.`,
  rated: (stars, comment) => `Mit ${stars} von 5 bewertet${andThen(comment)}`,
  promised: (who, until, about) => `${who} hat eine Nachricht bis ${until} versprochen${andThen(about)}`,
  articleSent: (title) => `Artikel geschickt: „${title}“`,
  articleHelped: (title) => `Der Artikel „${title}“ hat geholfen`,
  articleDidNotHelp: (title) => `Der Artikel „${title}“ hat nicht geholfen`,
  promiseKept: 'Die versprochene Nachricht wurde gegeben.',
  promiseWithdrawn: (who, until) => `${who} hat das Versprechen zurückgenommen, sich bis ${until} zu melden.`,
  promiseBroken: (until) => `Eine Nachricht war bis ${until} versprochen und kam bis dahin nicht.`,
  resolved: (who, resolution) => `${who} hat das Ticket gelöst${andThen(resolution)}`,
  closed: 'Das Ticket ist abgeschlossen.',
  targets: { first: 'Die erste Antwort', next: 'Die nächste Antwort', resolution: 'Die Lösung' },
  targetMissed: (target, until) => `${target} war bis ${until} fällig und kam bis dahin nicht.`,
  transferred: (who, to, comment) => `${who} hat an ${to} weitergegeben${andThen(comment)}`,
  reassigned: (who, to, comment) => `${who} hat das Ticket an ${to} übergeben${andThen(comment)}`,
  progressed: {
    new: (who) => `${who} hat das Ticket auf Neu zurückgesetzt.`,
    'in-progress': (who) => `${who} arbeitet an diesem Ticket.`,
    'on-hold': (who) => `${who} hat dieses Ticket zurückgestellt.`,
  },
  tried: {
    done: (what) => `Versucht: ${what}. Es hat geholfen.`,
    'did-not-help': (what) => `Versucht: ${what}. Es hat nicht geholfen.`,
    cannot: (what) => `Versucht: ${what}. Es ging nicht.`,
  },
  spent: (who, minutes) => `${who} hat ${minutes} Min. aufgewendet.`,
}
