import type { Duty } from '../../../shared/hand-over.ts'
import { pluralOf } from '../../../shared/ui/plural.ts'
import type { HandedCount } from '../../models/handed.ts'

const plural = pluralOf('en')
const chats = (count: number) => plural(count, { one: '1 conversation', other: `${count} conversations` })
const causes = (count: number) => plural(count, { one: '1 incident', other: `${count} incidents` })
const many = ({ conversations, incidents }: HandedCount) =>
  incidents === 0 ? chats(conversations) : conversations === 0 ? causes(incidents) : `${chats(conversations)} and ${causes(incidents)}`
const isOne = ({ conversations, incidents }: HandedCount) => conversations + incidents === 1

/** Handing over at the end of a shift, and taking over at the beginning of the next. */
export const handOver = {
  act: 'Hand over my shift',
  title: 'Hand over your shift',
  signOutTitle: 'Before you sign out',
  hint: 'What you choose goes to whoever accepts it. Until then it stays yours, and nothing changes for the requesters.',
  nothing: 'Nothing is yours now: no chats, no promises, no open tickets, no incidents.',
  allOffered: 'All that is yours lies in a hand-over already. Nobody has taken it yet.',
  to: 'Hand over to',
  toMissing: 'Choose a colleague or a team.',
  choose: 'Choose …',
  teams: 'Teams',
  colleagues: 'Colleagues',
  note: 'A word about all of it',
  line: (name: string) => `About ${name}`,
  lineIncident: (title: string) => `About ${title}`,
  noneChosen: 'Choose at least one of them.',
  offer: (count: HandedCount) => `Hand over ${many(count)}`,
  offered: (count: HandedCount, to: string) => `You hand over ${many(count)} to ${to}. It is yours until it is accepted.`,
  signOutAnyway: 'Sign out, and leave it as it is',
  duties: {
    promise: 'Promise',
    waits: 'Waits for an answer',
    held: 'On hold',
    chat: 'Chat',
    guide: 'Guide',
    work: 'Work sent to you',
    sent: 'With another team',
    ticket: 'Open ticket',
  } satisfies Record<Duty, string>,
  incidents: 'Known incidents',
  otherIncidents: 'Also open in the team',
  otherIncidentsHint: 'For whoever takes over to know of: they stay with their owners.',
  owner: (name: string) => `Owner: ${name}`,
  noOwner: 'No owner',
  joined: (count: number) => plural(count, { one: '1 ticket', other: `${count} tickets` }),
  lastNews: (at: string) => `Last news ${at}`,
  noNews: 'No news yet',
  nextNews: (by: string) => `Next news by ${by}`,
  over: 'Over by now',
  facts: {
    promise: (until: string, about: string) => `News was promised by ${until}${about ? `: ${about}` : ''}.`,
    held: (until: string, reason: string) => `On hold${until ? ` until ${until}` : ''}${reason ? `: ${reason}` : ''}.`,
    guide: (name: string) => `The guide ${name} runs.`,
    sent: (team: string) => `${team} works on it.`,
  },
  stripForMe: (from: string, count: HandedCount) => `${from} hands over ${many(count)} to you`,
  stripForTeam: (from: string, count: HandedCount, team: string) => `${from} hands over ${many(count)} to ${team}`,
  stripMine: (to: string, count: HandedCount, decliners: string) =>
    `You hand over ${many(count)} to ${to}. Nobody has accepted yet.${decliners ? ` Declined: ${decliners}.` : ''}`,
  stripNobody: (team: string, count: HandedCount, decliners: string) =>
    `Nobody in ${team} takes over ${many(count)}${decliners ? `: ${decliners}` : ''}. ${isOne(count) ? 'It is' : 'They are'} still yours.`,
  stripGone: (name: string, count: HandedCount) =>
    `${name} is not here any more, and cannot take over ${many(count)}. ${isOne(count) ? 'It is' : 'They are'} still yours.`,
  stripDeclined: (by: string, reason: string) =>
    `${by} does not take over what you handed over${reason ? `: ${reason}` : ''}. It is still yours.`,
  stripWatched: (from: string, to: string, count: HandedCount) => `Nobody has taken over ${many(count)} of ${from}, for ${to}`,
  stripWatchedDeclined: (by: string, from: string, count: HandedCount) => `${by} does not take over ${many(count)} of ${from}`,
  stripAway: (count: number) => `You are away, and ${chats(count)} ${count === 1 ? 'is' : 'are'} still yours`,
  more: (count: number) => `and ${count} more`,
  region: 'Hand-over',
  look: 'Look',
  accept: 'Take over',
  acceptAll: (count: HandedCount) => `Take over ${many(count)}`,
  decline: 'Decline',
  declineReason: 'Why? The colleague reads it.',
  declineForTeam: (team: string) => `For you alone: the others in ${team} still see it.`,
  declineSend: 'Decline it',
  declinedBy: (decliners: string) => `Declined: ${decliners}`,
  notFor: (name: string, team: string, reason: string) =>
    `${name} does not take over what you handed to ${team}${reason ? `: ${reason}` : ''}. The others there still see it.`,
  takeBack: 'Keep it',
  offerAnew: 'Hand over anew',
  takenTitle: (from: string) => `Hand-over by ${from}`,
  meta: (to: string, at: string) => `For ${to}, ${at}`,
  told: (name: string) => `${name} on this one:`,
  taken: (count: HandedCount, from: string) =>
    `${many(count)} of ${from} ${isOne(count) ? 'is' : 'are'} yours now. Those who wait in a chat are told.`,
  gone: (count: HandedCount) => `${many(count)} had gone elsewhere meanwhile.`,
  acceptedBy: (name: string, count: HandedCount) => `${name} took over ${many(count)} of yours.`,
  declinedForTeam: (team: string) => `You do not take it over. The others in ${team} still see it.`,
  declined: 'It stays with your colleague, who is told.',
  takenBack: 'It stays yours.',
}
