import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import { meTooOf } from '../../shared/incident.ts'
import type { Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { refuse } from '../../shared/refusal.ts'
import { may } from './access.ts'
import { atTheDoor } from './line/crowding.ts'
import { withdrawal } from './line/offering.ts'
import type { ClockAct, DeskView, IncidentAtHand } from './ports.ts'
import { isOpen, keptBySaying } from './promising.ts'

/** "Me too": a ticket with a number, and no line to wait in. Said again, it leaves nothing. */
export function sayMeToo(existing: Conversation | null, named: string, who: Who, act: Act & { kind: 'open' }, desk: DeskView): Trace[] {
  if (who.kind !== 'requester') refuse('not-allowed')
  const incident = known(act.incident ?? '', desk)
  if (named !== meTooOf(incident.id, who.id)) refuse('malformed')
  if (existing) return existing.requester === who.id ? [] : refuse('not-found')
  const team = desk.team(incident.team ?? '') ?? desk.teams[0] ?? refuse('no-such-team')
  return [
    {
      kind: 'opened',
      number: desk.number,
      team: team.id,
      topic: null,
      channel: 'message',
      requester: who.id,
      verified: who.verified,
      entrance: 'message',
      ...(act.language && { language: act.language }),
      body: { name: who.name, email: who.email, subject: incident.title },
    },
    joined(incident),
    ...(who.vip ? [{ kind: 'favoured' } as const] : []),
  ]
}

/** This one has the same cause. Whoever waited for a person need not wait any longer: what there is to tell comes to him. */
export function joinIncident(conversation: Conversation, who: Who, act: Act & { kind: 'join-incident' }, desk: DeskView): Trace[] {
  const { status, ticket } = conversation
  if (who.kind === 'agent' && !may(who, 'classify', conversation)) refuse('not-allowed')
  if (who.kind === 'requester' && status !== 'waiting' && status !== 'unrouted') refuse('not-waiting')
  if (ticket.incident?.id === act.incident) return []
  if (!isOpen(conversation)) refuse('ticket-done')
  const incident = known(act.incident, desk)
  const before: Trace[] = ticket.incident ? [{ kind: 'incident-left', incident: ticket.incident.id }] : []
  const leaves = who.kind === 'requester' && status === 'waiting'
  return [
    ...before,
    ...(leaves ? withdrawal(conversation, 'left') : []),
    joined(incident),
    ...(leaves ? [{ kind: 'message-left', why: 'wish' } as const] : []),
  ]
}

/** It has another cause after all. */
export function leaveIncident(conversation: Conversation, who: Who): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'classify', conversation)) refuse('not-allowed')
  const { incident } = conversation.ticket
  return incident ? [{ kind: 'incident-left', incident: incident.id }] : []
}

/** Whoever left a message, or said "me too", wants a person after all: into the line like everybody who comes. */
export function askPerson(conversation: Conversation, who: Who, desk: DeskView): Trace[] {
  if (who.kind !== 'requester') refuse('not-allowed')
  if (conversation.status === 'ended' || !isOpen(conversation)) refuse('already-ended')
  if (conversation.status !== 'unrouted') return []
  if (desk.openOf(conversation.requester).chat) refuse('already-open')
  const door = atTheDoor(conversation.team, desk)
  if (door === 'closed') refuse('desk-closed')
  return [{ kind: 'queued', team: conversation.team, why: 'reopened' }, ...(door ? [door] : [])]
}

/**
 * The news that comes next for this conversation, from whoever wrote it for all. With the last one it is resolved, unless people
 * talk or wait to: theirs is for whoever talks to them to end. Was that too early, it is open again with what is told then.
 */
export function bringNews(conversation: Conversation, act: ClockAct & { kind: 'bring-news' }): Trace[] {
  const { incident } = conversation.ticket
  const isNext = incident?.id === act.incident && incident.edition === act.edition - 1
  const comesBack = act.reopens && wasSolved(conversation)
  if (!isNext || !(isOpen(conversation) || comesBack)) return []
  const { title, name, agent, edition, text, isLast } = act
  const isTalking = conversation.status !== 'ended' && conversation.status !== 'unrouted'
  return [
    ...(comesBack ? [{ kind: 'reopened' } as const] : []),
    { kind: 'incident-news', incident: act.incident, edition, agent, ...(isLast && { over: true as const }), body: { title, name } },
    { kind: 'said', news: true, body: { text } },
    ...keptBySaying(conversation),
    ...(isLast && !isTalking ? resolvedWith(conversation, text) : []),
  ]
}

/** Solved, and not as a duplicate or for whatever else has nothing to do with it. */
const wasSolved = ({ ticket: { status, code, mergedInto } }: Conversation) =>
  (status === 'resolved' || status === 'closed') && code === 'solved' && !mergedInto

const resolvedWith = ({ status }: Conversation, resolution: string): Trace[] => [
  ...(status === 'unrouted' ? [{ kind: 'ended', why: 'agent' } as const] : []),
  { kind: 'resolved', code: 'solved', body: { resolution } },
]

const known = (id: string, { incidents }: DeskView) => incidents.find((one) => one.id === id) ?? refuse('incident-over')

const joined = ({ id, title, edition }: IncidentAtHand): Trace => ({ kind: 'incident-joined', incident: id, edition, body: { title } })
