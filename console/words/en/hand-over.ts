import type { Duty } from '../../../shared/hand-over.ts'
import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')
const many = (count: number) => plural(count, { one: '1 conversation', other: `${count} conversations` })

/** Handing over at the end of a shift, and taking over at the beginning of the next. */
export const handOver = {
  act: 'Hand over my shift',
  title: 'Hand over your shift',
  signOutTitle: 'Before you sign out',
  hint: 'What you choose goes to whoever accepts it. Until then it stays yours, and nothing changes for the requesters.',
  nothing: 'Nothing is yours now: no chats, no promises, no open tickets.',
  allOffered: 'All that is yours lies in a hand-over already. Nobody has taken it yet.',
  to: 'Hand over to',
  toMissing: 'Choose a colleague or a team.',
  choose: 'Choose …',
  teams: 'Teams',
  colleagues: 'Colleagues',
  note: 'A word about all of it',
  line: (name: string) => `About ${name}`,
  noneChosen: 'Choose at least one conversation.',
  offer: (count: number) => `Hand over ${many(count)}`,
  offered: (count: number, to: string) => `You hand over ${many(count)} to ${to}. It is yours until it is accepted.`,
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
  facts: {
    promise: (until: string, about: string) => `News was promised by ${until}${about ? `: ${about}` : ''}.`,
    held: (until: string, reason: string) => `On hold${until ? ` until ${until}` : ''}${reason ? `: ${reason}` : ''}.`,
    guide: (name: string) => `The guide ${name} runs.`,
    sent: (team: string) => `${team} works on it.`,
  },
  stripForMe: (from: string, count: number) => `${from} hands over ${many(count)} to you`,
  stripForTeam: (from: string, count: number, team: string) => `${from} hands over ${many(count)} to ${team}`,
  stripMine: (to: string, count: number) => `You hand over ${many(count)} to ${to}. Nobody has accepted yet.`,
  stripDeclined: (by: string, reason: string) =>
    `${by} does not take over what you handed over${reason ? `: ${reason}` : ''}. It is still yours.`,
  stripWatched: (from: string, to: string, count: number) => `Nobody has taken over ${many(count)} of ${from}, for ${to}`,
  stripWatchedDeclined: (by: string, from: string, count: number) => `${by} does not take over ${many(count)} of ${from}`,
  stripAway: (count: number) => `You are away, and ${many(count)} ${count === 1 ? 'is' : 'are'} still yours`,
  more: (count: number) => `and ${count} more`,
  region: 'Hand-over',
  look: 'Look',
  accept: 'Take over',
  acceptAll: (count: number) => `Take over ${many(count)}`,
  decline: 'Decline',
  declineReason: 'Why? The colleague reads it.',
  declineSend: 'Decline it',
  takeBack: 'Keep it',
  offerAnew: 'Hand over anew',
  takenTitle: (from: string) => `Hand-over by ${from}`,
  meta: (to: string, at: string) => `For ${to}, ${at}`,
  told: (name: string) => `${name} on this one:`,
  taken: (count: number, from: string) =>
    `${many(count)} of ${from} ${count === 1 ? 'is' : 'are'} yours now. Those who wait in a chat are told.`,
  gone: (count: number) => `${many(count)} had gone elsewhere meanwhile.`,
  acceptedBy: (name: string, count: number) => `${name} took over ${many(count)} of yours.`,
  declined: 'It stays with your colleague, who is told.',
  takenBack: 'It stays yours.',
}
