import type { Conversation } from '../../shared/conversation.ts'
import type { Entry } from '../../shared/entry.ts'
import { whyRinging } from './explaining.ts'
import type { Announcer, Change, Directory } from './ports.ts'
import { overseersRoom, personRoom, teamRoom } from './rooms.ts'
import { listsDiffer, summaryOf } from './summary.ts'

/** Tells those who look at lists, and those for whom it rings, what a change means to them. */
export function tellChange(announce: Announcer, directory: Directory, change: Change) {
  if (change.entries.every(isTalk)) return
  tellLists(announce, directory, change)
  tellRinging(announce, change)
  for (const standing of change.standings) {
    const news = setAway(standing.agent, standing.wish, change.entries) ? { ...standing, why: 'missed' as const } : standing
    announce.tell(personRoom(standing.agent), 'standing:changed', news)
  }
}

/** Talk is most of what happens, and changes no list. */
const isTalk = ({ kind }: Entry) => kind === 'said' || kind === 'noted'

function tellLists(announce: Announcer, directory: Directory, { before, conversation }: Change) {
  if (!listsDiffer(before, conversation)) return
  const news = summaryOf(conversation)
  const teams = new Set([conversation.team, before?.team ?? conversation.team])
  for (const team of teams) announce.tell(teamRoom(team), 'conversation:changed', news)
  announce.tell(overseersRoom, 'conversation:changed', news)
  for (const agent of partners(before, conversation)) {
    const view = directory.agent(agent)
    // Whoever is in the team's room has been told.
    if (view?.role !== 'agent' || view.teams.some((team) => teams.has(team))) continue
    announce.tell(personRoom(agent), 'conversation:changed', news)
  }
}

function partners(before: Conversation | null, after: Conversation): Set<string> {
  const ids = [before, after].flatMap((one) => (one ? [one.agent, one.offer?.agent, ...one.joined] : []))
  return new Set(ids.filter((id) => typeof id === 'string'))
}

function tellRinging(announce: Announcer, { before, conversation, entries }: Change) {
  const over = before?.offer
  if (over && conversation.offer?.id !== over.id) {
    announce.tell(personRoom(over.agent), 'offer:over', { offer: over.id, conversation: conversation.id, why: whyOver(over, entries) })
  }
  const made = entries.find((entry) => entry.kind === 'offered' && entry.offer === conversation.offer?.id)
  if (made?.kind !== 'offered') return
  const ringing = { conversation: summaryOf(conversation), offer: made.offer, until: made.until, why: whyRinging(made.why) }
  announce.tell(personRoom(made.agent), 'offer:made', ringing)
}

function whyOver(offer: { id: string; agent: string }, entries: Entry[]): string {
  for (const entry of entries) {
    if ((entry.kind === 'declined' || entry.kind === 'expired') && entry.offer === offer.id) return entry.kind
    if (entry.kind === 'withdrawn' && entry.offer === offer.id) return entry.why
    if (entry.kind === 'assigned') return entry.agent === offer.agent ? 'accepted' : 'taken'
  }
  return 'left'
}

const setAway = (agent: string, wish: string, entries: Entry[]) =>
  wish === 'away' && entries.some((entry) => entry.kind === 'expired' && entry.agent === agent)
