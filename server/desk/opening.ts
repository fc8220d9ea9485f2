import type { Conversation } from '../../shared/conversation.ts'
import { callsBack } from '../../shared/crowding.ts'
import type { Trace } from '../../shared/entry.ts'
import type { Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { refuse } from '../../shared/refusal.ts'
import { may } from './access.ts'
import { answersIn, withAnswers } from './asking.ts'
import { consentOver } from './consenting.ts'
import { atTheDoor } from './line/crowding.ts'
import { withdrawal } from './line/offering.ts'
import type { DeskView } from './ports.ts'
import { shortened } from './tickets/shortening.ts'

/** A requester asks for help: his ticket is open from this moment, whether or not somebody comes. */
export function open(existing: Conversation | null, named: string, who: Who, act: Act & { kind: 'open' }, desk: DeskView): Trace[] {
  if (who.kind !== 'requester') refuse('not-allowed')
  if (existing) refuse(existing.requester === who.id ? 'already-exists' : 'not-found')
  const mine = desk.openOf(who.id)
  if (act.entrance === 'line' && mine.chat) refuse('already-open')
  if (act.entrance === 'message' && mine.messages >= mostMessages) refuse('too-many-open')
  const team = teamFor(act.topic, desk)
  const door = act.entrance === 'line' ? atTheDoor(team.id, desk) : null
  if (door === 'closed') refuse('desk-closed')
  if (door?.kind === 'message-left' && mine.messages >= mostMessages) refuse('too-many-open')
  const guide = guideIn(act, desk)
  // Whoever helps himself is asked for nothing.
  const { asked, besides } = answersIn(act.answers ?? [], guide ? [] : desk.fields)
  return [
    {
      kind: 'opened',
      number: desk.number,
      team: team.id,
      topic: act.topic,
      channel: act.entrance === 'line' ? 'chat' : 'message',
      requester: who.id,
      verified: who.verified,
      entrance: act.entrance,
      ...(act.language && { language: act.language }),
      body: { name: who.name, email: who.email, subject: subjectOf(act.text), ...(asked.length > 0 && { answers: asked }) },
    },
    { kind: 'said', body: { text: withAnswers(act.text, [...asked, ...besides]) } },
    ...(guide ? [{ kind: 'guide-started', run: named, guide: guide.id, edition: guide.edition, content: guide.content } as const] : []),
    ...(who.vip ? [{ kind: 'favoured' } as const] : []),
    ...(door ? [door] : act.entrance === 'message' && wantsCall(act, team.id, desk) ? [messageLeft(true)] : []),
  ]
}

/** The guide that he goes through before he asks anybody; if it does not solve the matter, his message is there. */
function guideIn({ guide: id, entrance }: Act & { kind: 'open' }, desk: DeskView) {
  if (id === undefined) return null
  if (entrance !== 'message') refuse('malformed')
  const guide = desk.guide(id)
  return guide?.content.alone ? guide : refuse('no-such-guide')
}

/** So many messages of one requester may lie unanswered. */
const mostMessages = 20

/** A topic's team takes it; without a topic, the first team of the first tier. */
function teamFor(topic: string | null, desk: DeskView) {
  const id = topic === null ? desk.teams[0]?.id : (desk.topic(topic) ?? refuse('no-such-topic')).team
  return (id && desk.team(id)) || refuse('no-such-team')
}

/** The first line of what was written, cut at a word. */
const subjectOf = (text: string) => shortened(text.split('\n', 1)[0] ?? '', 120)

/** The requester does not want to wait any longer. The record stays. */
export function leave(conversation: Conversation, who: Who): Trace[] {
  if (who.kind !== 'requester') refuse('not-allowed')
  if (conversation.status === 'ended') return []
  if (conversation.status !== 'waiting') refuse('not-waiting')
  return [...withdrawal(conversation, 'left'), { kind: 'abandoned' }]
}

/** The requester leaves his words instead of waiting; someone will answer later. */
export function leaveMessage(conversation: Conversation, who: Who, act: Act & { kind: 'leave-message' }, desk: DeskView): Trace[] {
  if (who.kind !== 'requester') refuse('not-allowed')
  if (conversation.status === 'unrouted') return []
  if (conversation.status !== 'waiting') refuse('not-waiting')
  return [...withdrawal(conversation, 'left'), messageLeft(wantsCall(act, conversation.team, desk))]
}

/** To be called back is a wish where the team does so at all. */
const wantsCall = ({ callBack }: { callBack?: true | undefined }, team: string, desk: DeskView) =>
  callBack === true && callsBack(desk.routing(team).limits)

const messageLeft = (callBack: boolean): Trace => ({ kind: 'message-left', why: 'wish', ...(callBack && { callBack }) })

/** Ends the contact. A requester who ends while waiting has left the line. */
export function end(conversation: Conversation, who: Who): Trace[] {
  if (conversation.status === 'ended') return []
  if (who.kind === 'requester' && conversation.status === 'waiting') return leave(conversation, who)
  if (who.kind === 'requester') return [...consentOver(conversation), { kind: 'ended', why: 'requester' }]
  if (who.kind !== 'agent' || !may(who, 'end', conversation)) refuse('not-owner')
  if (conversation.status === 'waiting') refuse('not-active')
  return [...consentOver(conversation), { kind: 'ended', why: 'agent' }]
}
