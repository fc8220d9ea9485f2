import { pluralOf } from '../../../shared/ui/plural.ts'
import type { HandedCount } from '../../models/handed.ts'
import type { handOver as english } from '../en/hand-over.ts'

const plural = pluralOf('de')
const chats = (count: number) => plural(count, { one: '1 Gespräch', other: `${count} Gespräche` })
const causes = (count: number) => plural(count, { one: '1 Störung', other: `${count} Störungen` })
const many = ({ conversations, incidents }: HandedCount) =>
  incidents === 0 ? chats(conversations) : conversations === 0 ? causes(incidents) : `${chats(conversations)} und ${causes(incidents)}`
const isOne = ({ conversations, incidents }: HandedCount) => conversations + incidents === 1

/** Die Übergabe am Ende einer Schicht und ihre Annahme am Anfang der nächsten. */
export const handOver: typeof english = {
  act: 'Meine Schicht übergeben',
  title: 'Ihre Schicht übergeben',
  signOutTitle: 'Bevor Sie sich abmelden',
  hint: 'Was Sie auswählen, bekommt, wer es annimmt. Bis dahin bleibt es bei Ihnen, und für die Anfragenden ändert sich nichts.',
  nothing: 'Im Moment gehört Ihnen nichts: kein Chat, kein Versprechen, kein offenes Ticket, keine Störung.',
  allOffered: 'Alles, was Ihnen gehört, liegt schon in einer Übergabe. Noch hat sie niemand angenommen.',
  to: 'Übergeben an',
  toMissing: 'Wählen Sie eine Person oder ein Team.',
  choose: 'Bitte wählen …',
  teams: 'Teams',
  colleagues: 'Kolleginnen und Kollegen',
  note: 'Ein Wort zu allem',
  line: (name) => `Zu ${name}`,
  lineIncident: (title) => `Zu ${title}`,
  noneChosen: 'Wählen Sie mindestens eines davon.',
  offer: (count) => `${many(count)} übergeben`,
  offered: (count, to) => `Sie übergeben ${many(count)} an ${to}. Bis zur Annahme bleibt alles bei Ihnen.`,
  signOutAnyway: 'Abmelden und alles lassen, wie es ist',
  duties: {
    promise: 'Versprechen',
    waits: 'Wartet auf Antwort',
    held: 'Zurückgestellt',
    chat: 'Chat',
    guide: 'Anleitung',
    work: 'An Sie eskaliert',
    sent: 'Bei einem anderen Team',
    ticket: 'Offenes Ticket',
  },
  incidents: 'Bekannte Störungen',
  otherIncidents: 'Außerdem offen im Team',
  otherIncidentsHint: 'Zur Kenntnis für alle, die übernehmen: Wer zuständig ist, bleibt es.',
  owner: (name) => `Zuständig: ${name}`,
  noOwner: 'Niemand zuständig',
  joined: (count) => plural(count, { one: '1 Ticket', other: `${count} Tickets` }),
  lastNews: (at) => `Letzte Nachricht ${at}`,
  noNews: 'Noch keine Nachricht',
  nextNews: (by) => `Nächste Nachricht bis ${by}`,
  over: 'Inzwischen behoben',
  facts: {
    promise: (until, about) => `Nachricht versprochen bis ${until}${about ? `: ${about}` : ''}.`,
    held: (until, reason) => `Zurückgestellt${until ? ` bis ${until}` : ''}${reason ? `: ${reason}` : ''}.`,
    guide: (name) => `Die Anleitung ${name} läuft.`,
    sent: (team) => `${team} arbeitet daran.`,
  },
  stripForMe: (from, count) => `${from} übergibt Ihnen ${many(count)}`,
  stripForTeam: (from, count, team) => `${from} übergibt ${many(count)} an ${team}`,
  stripMine: (to, count, decliners) =>
    `Sie übergeben ${many(count)} an ${to}. Noch hat niemand angenommen.${decliners ? ` Abgelehnt: ${decliners}.` : ''}`,
  stripNobody: (team, count, decliners) =>
    `Niemand aus dem Team ${team} übernimmt ${many(count)}${decliners ? `: ${decliners}` : ''}. Alles bleibt bei Ihnen.`,
  stripGone: (name, count) => `${name} ist nicht mehr da und kann ${many(count)} nicht übernehmen. Alles bleibt bei Ihnen.`,
  stripDeclined: (by, reason) => `${by} übernimmt nicht, was Sie übergeben wollten${reason ? `: ${reason}` : ''}. Es gehört weiter Ihnen.`,
  stripWatched: (from, to, count) => `Niemand hat ${many(count)} von ${from} übernommen, gedacht für ${to}`,
  stripWatchedDeclined: (by, from, count) => `${by} übernimmt ${many(count)} von ${from} nicht`,
  stripAway: (count) => `Sie sind abwesend, und ${chats(count)} ${count === 1 ? 'gehört' : 'gehören'} noch Ihnen`,
  more: (count) => `und ${count} weitere`,
  region: 'Übergabe',
  look: 'Ansehen',
  accept: 'Übernehmen',
  acceptAll: (count) => `${many(count)} übernehmen`,
  decline: 'Ablehnen',
  declineReason: 'Warum? Das wird dort gelesen.',
  declineForTeam: (team) => `Nur für Sie: Die anderen im Team ${team} sehen die Übergabe weiter.`,
  declineSend: 'Jetzt ablehnen',
  declinedBy: (decliners) => `Abgelehnt: ${decliners}`,
  notFor: (name, team, reason) =>
    `${name} übernimmt nicht, was Sie dem Team ${team} übergeben${reason ? `: ${reason}` : ''}. Die anderen dort sehen es weiter.`,
  takeBack: 'Behalten',
  offerAnew: 'Neu übergeben',
  takenTitle: (from) => `Übergabe von ${from}`,
  meta: (to, at) => `Für ${to}, ${at}`,
  told: (name) => `${name} dazu:`,
  taken: (count, from) => `${many(count)} von ${from} ${isOne(count) ? 'gehört' : 'gehören'} jetzt Ihnen. Wer im Chat ist, erfährt es.`,
  gone: (count) => `${many(count)} ${isOne(count) ? 'war' : 'waren'} inzwischen woanders.`,
  acceptedBy: (name, count) => `${name} hat ${many(count)} von Ihnen übernommen.`,
  declinedForTeam: (team) => `Sie übernehmen nicht. Die anderen im Team ${team} sehen die Übergabe weiter.`,
  declined: 'Es bleibt, wo es war. Dort wird es gesagt.',
  takenBack: 'Es bleibt bei Ihnen.',
}
