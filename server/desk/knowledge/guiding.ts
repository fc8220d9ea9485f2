import type { Conversation } from '../../../shared/conversation.ts'
import type { Trace } from '../../../shared/entry.ts'
import { type Move, movedBy, skippedFor, stepNow } from '../../../shared/guide-moves.ts'
import type { GuideRun } from '../../../shared/guide-run.ts'
import type { Helping, Who } from '../../../shared/people.ts'
import type { Act } from '../../../shared/protocol/conversation.ts'
import { refuse } from '../../../shared/refusal.ts'
import { isMeant } from '../../../shared/step.ts'
import { may } from '../access.ts'
import { withdrawal } from '../line/offering.ts'
import type { DeskView } from '../ports.ts'

type Doing<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>

/** So many steps a ticket holds: nobody needs more, and each act reads them. */
const mostTaken = 200
/** So often a requester begins one by himself in one contact: each lies whole in the timeline. */
const mostBegun = 20

/** Lays a guide before the requester, as it is published now. What ran before is stopped. */
export function startGuide(conversation: Conversation, who: Who, act: Doing<'start-guide'>, id: string | null, desk: DeskView): Trace[] {
  if (who.kind === 'agent') speakerIn(conversation, who)
  if (conversation.status === 'ended') refuse('already-ended')
  const guide = desk.guide(act.guide)
  if (!guide || !id || (who.kind === 'requester' && !guide.content.alone)) refuse('no-such-guide')
  if (who.kind === 'requester' && (conversation.guidesBegun ?? 0) >= mostBegun) refuse('impossible-now')
  const before = conversation.guide
  // A requester who is being led by an agent is not led away from that by himself.
  if (before && who.kind === 'requester' && before.startedBy !== who.id) refuse('guide-runs')
  const { edition, content } = guide
  return [
    ...(before ? [{ kind: 'guide-ended', run: before.id, how: 'stopped' } as const] : []),
    { kind: 'guide-started', run: id, guide: act.guide, edition, content },
  ]
}

/** What came of the step where the guide stands; an agent may say it for the requester. */
export function answerStep(conversation: Conversation, who: Who, act: Doing<'answer-step'>): Trace[] {
  const run = runFor(conversation, who, act.run)
  if (run.turn !== act.turn) return saidAlready(run, act)
  const move = movedBy(run, act.answer) ?? refuse('malformed')
  return [
    ...goesOn(conversation, who),
    ...taken(conversation, run, move),
    ...(who.kind === 'requester' && move.end === 'solved' ? solvedAlone(conversation, run, move) : []),
  ]
}

/** Nobody had to come: the contact is over, and its ticket says by which step. */
function solvedAlone(conversation: Conversation, { content }: GuideRun, { title }: Move): Trace[] {
  if (conversation.agent || (conversation.status !== 'waiting' && conversation.status !== 'unrouted')) return []
  const resolution = `${content.name}: ${title}`
  return [
    ...withdrawal(conversation, 'left'),
    { kind: 'ended', why: 'requester' },
    { kind: 'resolved', code: 'solved', body: { resolution } },
  ]
}

/** The step is left out, for a reason. */
export function skipStep(conversation: Conversation, who: Who, act: Doing<'skip-step'>): Trace[] {
  if (who.kind !== 'agent') refuse('not-allowed')
  const run = atTurn(conversation, who, act)
  return taken(conversation, run, skippedFor(run, act.reason) ?? refuse('malformed'))
}

/** The step taken last is looked at once more. */
export function stepBack(conversation: Conversation, who: Who, act: Doing<'step-back'>): Trace[] {
  const run = atTurn(conversation, who, act)
  const last = run.trail.at(-1) ?? refuse('impossible-now')
  return [...goesOn(conversation, who), { kind: 'step-back', run: run.id, next: last.step }]
}

/** The requester does not get on here. */
export function beStuck(conversation: Conversation, who: Who, act: Doing<'be-stuck'>): Trace[] {
  if (who.kind !== 'requester') refuse('not-allowed')
  const run = atTurn(conversation, who, act)
  if (run.stuck) return []
  const { id, at } = run
  return [
    ...goesOn(conversation, who),
    { kind: 'guide-stuck', run: id, step: at, body: { title: stepNow(run)?.title ?? '', text: act.text } },
  ]
}

/** A step that the guide does not have, before the one where it stands. */
export function addStep(conversation: Conversation, who: Who, act: Doing<'add-step'>): Trace[] {
  if (who.kind !== 'agent') refuse('not-allowed')
  const run = atTurn(conversation, who, act)
  if (run.content.steps.length >= mostTaken) refuse('too-many-steps')
  const { title, text, command } = act
  return [{ kind: 'step-added', run: run.id, step: `own-${run.turn}`, body: { title, text, command } }]
}

/** Enough of it; what was tried stays on the ticket. */
export function stopGuide(conversation: Conversation, who: Who, { run }: Doing<'stop-guide'>): Trace[] {
  if (conversation.guide?.id !== run) return []
  const running = runFor(conversation, who, run)
  if (who.kind === 'requester' && running.startedBy !== who.id) refuse('not-allowed')
  return [{ kind: 'guide-ended', run, how: 'stopped' }]
}

/** Something that was tried without a guide. A message tells of one step; said again, it is that step. */
export function logStep(conversation: Conversation, who: Who, act: Doing<'log-step'>): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'note', conversation)) refuse('not-allowed')
  const { what, outcome, about } = act
  if (about !== undefined && about > conversation.last.public) refuse('malformed')
  notTooMany(conversation)
  return [{ kind: 'tried', ...(about !== undefined && { about }), outcome, body: { what } }]
}

/** It was no step after all. */
export function unlogStep(conversation: Conversation, who: Who, { about, tried }: Doing<'unlog-step'>): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'note', conversation)) refuse('not-allowed')
  const meant = { ...(about !== undefined && { about }), ...(tried !== undefined && { tried }) }
  return conversation.ticket.steps?.some((step) => isMeant(step, meant)) ? [{ kind: 'untried', ...meant }] : []
}

/** A chat that rests goes on when its requester does something, as when he writes. */
const goesOn = ({ status }: Conversation, who: Who): Trace[] => (who.kind === 'requester' && status === 'held' ? [{ kind: 'resumed' }] : [])

function taken(conversation: Conversation, run: GuideRun, { outcome, choice, title, answer, next, end }: Move): Trace[] {
  notTooMany(conversation)
  const body = { title, ...(answer && { answer }) }
  const step: Trace = { kind: 'step-taken', run: run.id, step: run.at, outcome, ...(choice && { choice }), next, body }
  return end ? [step, { kind: 'guide-ended', run: run.id, how: end }] : [step]
}

/** Two tabs, or two people, say the same: once is enough. Something else is too late. */
function saidAlready(run: GuideRun, { turn, answer }: Doing<'answer-step'>): Trace[] {
  const last = run.trail.at(-1)
  const isSame = typeof answer === 'string' ? last?.outcome === answer : last?.outcome === 'choice' && last.choice === answer.choice
  return isSame && turn === run.turn - 1 ? [] : refuse('step-over')
}

function atTurn(conversation: Conversation, who: Who, { run: id, turn }: { run: string; turn: number }): GuideRun {
  const run = runFor(conversation, who, id)
  return run.turn === turn ? run : refuse('step-over')
}

function runFor(conversation: Conversation, who: Who, id: string): GuideRun {
  const run = conversation.guide
  if (run?.id !== id) refuse('guide-over')
  if (who.kind === 'agent') speakerIn(conversation, who)
  return run
}

function speakerIn(conversation: Conversation, who: Helping) {
  if (conversation.status === 'ended') refuse('already-ended')
  if (!may(who, 'speak', conversation)) refuse('not-owner')
}

function notTooMany({ ticket }: Conversation) {
  if ((ticket.steps?.length ?? 0) >= mostTaken) refuse('too-many-steps')
}
