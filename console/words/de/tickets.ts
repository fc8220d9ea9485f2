import { ticket } from '../../../shared/words/de.ts'
import type { tickets as english } from '../en/tickets.ts'

/** Tickets, in German. */
export const tickets: typeof english = {
  steps: {
    title: 'Was versucht wurde',
    hint: 'festgehalten, während es geschieht',
    outcomes: { done: 'erledigt', 'did-not-help': 'hat nicht geholfen', cannot: 'ging nicht', skipped: 'ausgelassen' },
    what: 'Was noch versucht wurde',
    outcome: 'Wie es ausging',
    log: 'Festhalten',
  },
  ...ticket,
  ticket: 'Ticket',
  categoryNone: 'Noch keine',
  nobody: 'Niemand',
  name: 'Name',
  noEmail: 'Nicht bekannt',
  identity: 'Identität',
  presence: 'Anwesenheit',
  verified: 'Vom Intranet bestätigt',
  unverified: 'Unbestätigt: selbst eingegeben',

  search: 'Betreff, Nachrichten und Lösung durchsuchen',
  find: 'Suchen',
  all: 'Alle',
  open: 'Offen',
  mine: 'Meine',
  anyTeam: 'Alle Teams',
  anyOwner: 'Alle Personen',
  anyPriority: 'Alle Prioritäten',
  anyStatus: 'Jeder Status',
  filters: 'Filter',
  more: 'Mehr zeigen',
  none: 'Kein Ticket passt zu diesen Filtern.',
  noneOpen: 'Zurzeit ist nichts offen.',
  noneYet: 'Es gibt noch keine Tickets. Jeder Chat und jede hinterlassene Nachricht wird von selbst zu einem.',
  back: 'Alle Tickets',
  reopen: 'Erneut öffnen und übernehmen',
  take: 'Übernehmen',
  openChat: 'Chat öffnen',
  fields: 'Felder',
}
