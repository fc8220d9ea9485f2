import { type CallChannel, type CallOutcome, undoCallMinutes } from '../../shared/call.ts'
import { missingIn } from '../../shared/closing.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import type { GuideContent, Outcome } from '../../shared/guide.ts'
import { type GuideMove, replayed } from '../../shared/guide-replay.ts'
import type { Helping, Who } from '../../shared/people.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith } from './access.ts'
import type { DeskView, Step } from './ports.ts'
import { shortened } from './tickets/shortening.ts'

/** What agents write down of people who called or came by. The person is known by then: these acts are never on the wire. */
export type CallAct =
  | {
      kind: 'log-call'
      channel: CallChannel
      requester: { id: string; name: string; email: string | null; verified: boolean }
      topic: string | null
      category: string | null
      asked: string
      steps: { what: string; outcome: Outcome }[]
      guide: { guide: string; edition: number; content: GuideContent; moves: GuideMove[] } | null
      outcome: CallOutcome
      minutes: number | null
    }
  /** It was logged by mistake. */
  | { kind: 'undo-call' }

type LogCall = CallAct & { kind: 'log-call' }

/** Acts with which a conversation begins: they need a ticket number. */
export const begins = ({ kind }: Step['act']) => kind === 'open' || kind === 'log-call'

/** A contact that is over when it is written down: all of it at once, so that it is in no line and takes nobody's room. */
export function logCall(existing: Conversation | null, who: Who, act: LogCall, id: string | null, desk: DeskView): Trace[] {
  const agent = agentWith(who, 'calls', 'log')
  if (existing || !id) refuse(existing ? 'already-exists' : 'malformed')
  const team = teamFor(act.topic, agent, desk)
  const category = chosen(act.category, desk)
  const { id: requester, name, email, verified } = act.requester
  return [
    {
      kind: 'opened',
      number: desk.number,
      team,
      topic: act.topic,
      channel: act.channel,
      requester,
      verified,
      entrance: 'call',
      body: { name, email, subject: subjectOf(act.asked) },
    },
    { kind: 'assigned', agent: agent.id, how: 'call', body: { name: agent.name } },
    { kind: 'told', body: { text: act.asked } },
    ...(category ? [{ kind: 'classified', category: category.path, categoryId: category.id, body: null } as const] : []),
    ...guided(act.guide, id, agent, desk),
    ...act.steps.map(({ what, outcome }): Trace => ({ kind: 'tried', outcome, body: { what } })),
    { kind: 'ended', why: 'call' },
    ...resultOf(act, team, desk),
    ...(act.minutes ? [{ kind: 'spent', minutes: act.minutes } as const] : []),
  ]
}

/** A topic's team has it; without one, the first of the agent's own teams. */
function teamFor(topic: string | null, agent: Helping, desk: DeskView): string {
  if (topic !== null) return (desk.topic(topic) ?? refuse('no-such-topic')).team
  const [first] = desk.teams
  return (desk.teams.find(({ id }) => agent.teams.includes(id)) ?? first ?? refuse('no-such-team')).id
}

function chosen(named: string | null, desk: DeskView) {
  const category = named ? (desk.category(named) ?? refuse('no-such-category')) : null
  return category?.closed ? refuse('no-such-category') : category
}

const subjectOf = (asked: string) => shortened(asked.split('\n', 1)[0] ?? '', 120)

/** The agent went through it by himself; what he found lies in the timeline as if he had led somebody. */
function guided(guide: LogCall['guide'], run: string, { id: by }: Helping, desk: DeskView): Trace[] {
  if (!guide || guide.moves.length === 0) return []
  const { content, edition } = guide
  const gone = replayed(content, guide.moves, { by, at: desk.now.toISOString() }) ?? refuse('step-over')
  return [
    { kind: 'guide-started', run, guide: guide.guide, edition, content },
    ...gone.moves.map(({ step, outcome, choice, next, title, answer }): Trace => {
      const body = { title, ...(answer && { answer }) }
      return { kind: 'step-taken', run, step, outcome, ...(choice && { choice }), next, body }
    }),
    { kind: 'guide-ended', run, how: gone.end ?? 'stopped' },
  ]
}

function resultOf({ outcome, asked, steps, category, minutes, topic }: LogCall, from: string, desk: DeskView): Trace[] {
  switch (outcome.is) {
    case 'open':
      return []
    case 'resolved': {
      const { code, resolution } = outcome
      const isKnown = category !== null || !desk.hasCategories
      const [missing] = missingIn(desk.routing(from).closing, {
        code,
        resolution,
        category: isKnown,
        minutes: minutes !== null,
        original: false,
      })
      if (missing) refuse(missing)
      return [{ kind: 'resolved', code, body: resolution ? { resolution } : null }]
    }
    case 'escalate': {
      const team = desk.team(outcome.team) ?? refuse('no-such-team')
      if (team.id === from) refuse('own-team')
      const environment = desk.team(from)?.topics.find(({ id }) => id === topic)?.name ?? ''
      const tried = steps.map(({ what }) => `- ${what}`).join('\n')
      return [
        { kind: 'escalated', team: team.id, body: { symptom: asked, impact: '', environment, steps: tried, ask: outcome.ask } },
        { kind: 'work-passed', team: team.id, agent: null, body: { name: team.name } },
      ]
    }
  }
}

/** Whoever logged it takes it back, as long as nobody went on with it. The record stays, and says so. */
export function undoCall(conversation: Conversation, who: Who, desk: DeskView): Trace[] {
  const { ticket, openedAt } = conversation
  if (who.kind !== 'agent' || conversation.channel === 'chat' || conversation.channel === 'message') refuse('not-allowed')
  if (ticket.communicationOwner !== who.id) refuse('not-owner')
  if (ticket.status === 'cancelled') return []
  if (ticket.workOwner && ticket.workOwner !== who.id) refuse('taken-by-other')
  const age = desk.now.getTime() - Date.parse(openedAt)
  if (age > undoCallMinutes * 60_000 || conversation.status !== 'ended' || ticket.status === 'closed') refuse('undo-over')
  const recalled: Trace[] = ticket.escalation
    ? [{ kind: 'work-recalled' }, { kind: 'work-passed', team: null, agent: who.id, body: { name: who.name } }]
    : []
  return [...recalled, { kind: 'call-undone' }]
}
