import type { Entry } from '../../../shared/entry.ts'
import type { Announcer, Change } from '../ports.ts'
import { personRoom } from '../rooms.ts'
import { asksAnew, summaryOf } from '../summary.ts'
import type { Timing } from '../tickets/target-terms.ts'
import { whyRinging } from './explaining.ts'

/** Tells those for whom it rings, and those whose standing moved, what a change means to them, at once. */
export function tellChange(announce: Announcer, change: Change, timing: Timing) {
  tellRinging(announce, change, timing)
  for (const standing of change.standings) {
    const news = setAway(standing.agent, standing.wish, change.entries) ? { ...standing, why: 'missed' as const } : standing
    announce.tell(personRoom(standing.agent), 'standing:changed', news)
  }
}

/** Talk is most of what happens, and changes no list, unless a load or what is due changes with whose turn it is. */
export const isTalk = ({ before, conversation, entries, standings }: Change) =>
  standings.length === 0 &&
  before?.clocks === conversation.clocks &&
  entries.every(({ kind }) => kind === 'said' || kind === 'noted') &&
  !asksAnew(before, conversation)

function tellRinging(announce: Announcer, change: Change, timing: Timing) {
  tellAsked(announce, change, timing)
  const { before, conversation, entries } = change
  const over = before?.offer
  if (over && conversation.offer?.id !== over.id) {
    announce.tell(personRoom(over.agent), 'offer:over', { offer: over.id, conversation: conversation.id, why: whyOver(over, entries) })
  }
  const made = entries.find((entry) => entry.kind === 'offered' && entry.offer === conversation.offer?.id)
  if (made?.kind !== 'offered') return
  const ringing = { conversation: summaryOf(conversation, timing), offer: made.offer, until: made.until, why: whyRinging(made.why) }
  announce.tell(personRoom(made.agent), 'offer:made', ringing)
}

/** One of the team is asked into a chat: it rings for him like an offer. */
function tellAsked(announce: Announcer, { before, conversation, entries }: Change, timing: Timing) {
  const [was, is] = [before?.ticket.escalation?.asked, conversation.ticket.escalation?.asked]
  if (was && was.id !== is?.id) {
    const over = entries.find((entry) => entry.kind === 'ask-over' && entry.ask === was.id)
    const why = over?.kind === 'ask-over' ? endings[over.how] : 'left'
    announce.tell(personRoom(was.agent), 'offer:over', { offer: was.id, conversation: conversation.id, why })
  }
  if (!is || is.id === was?.id) return
  const by = entries.find((entry) => entry.kind === 'asked-in')?.by ?? null
  const news = { conversation: summaryOf(conversation, timing), offer: is.id, until: is.until, why: null, by }
  announce.tell(personRoom(is.agent), 'offer:made', news)
}

const endings = { joined: 'accepted', declined: 'declined', expired: 'expired', withdrawn: 'left' } as const

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
