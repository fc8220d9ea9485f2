import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import { stepNow } from '../../shared/guide-moves.ts'
import { type SilenceRules, type SilenceStep, silenceSteps } from '../../shared/silence.ts'
import type { Due } from './dues.ts'

/**
 * What is done next about a silence, and when. Each step comes so long after the one before as the settings have between them:
 * whoever could not answer while the desk stood still is not sent away before he was asked.
 */
export function silenceDue(conversation: Conversation, rules: SilenceRules): Due | null {
  const { status, silence, hold } = conversation
  if (!silence || !(status === 'active' || (status === 'held' && hold?.silent))) return null
  const steps: readonly SilenceStep[] = silenceSteps[silence.of]
  const done = silence.reached ? steps.indexOf(silence.reached.step) : -1
  const next = steps.slice(done + 1).find((step) => rules[step] !== null)
  if (!next) return null
  const { at, seconds } = silence.reached
    ? { at: silence.reached.at, seconds: rules[silence.reached.step] ?? 0 }
    : { at: silence.since, seconds: -secondsAtStep(conversation) }
  const wait = Math.max(0, (rules[next] ?? 0) - seconds)
  return { at: Date.parse(at) + wait * 1000, leaves: () => leftBy(next, conversation) }
}

/** Whoever is at a step of a guide is busy for as long as it takes. */
function secondsAtStep({ guide, silence }: Conversation): number {
  const step = guide && silence?.of === 'requester' ? stepNow(guide) : null
  return (step?.minutes ?? 0) * 60
}

/** A chat that rests until a moment goes on then. */
export function holdDue({ status, hold }: Conversation): Due | null {
  return status === 'held' && hold?.until ? { at: Date.parse(hold.until), leaves: () => [{ kind: 'resumed' }] } : null
}

function leftBy(step: SilenceStep, { agent, team }: Conversation): Trace[] {
  switch (step) {
    case 'nudge':
      return [{ kind: 'nudged' }]
    case 'hold':
      return [{ kind: 'held', why: 'silent' }]
    case 'close':
      return [{ kind: 'ended', why: 'silent' }]
    case 'warn':
      return agent ? [{ kind: 'warned', agent, whom: 'agent' }] : []
    case 'supervise':
      return agent ? [{ kind: 'warned', agent, whom: 'supervisors' }] : []
    case 'requeue':
      return agent
        ? [
            { kind: 'lost', agent, why: 'silent' },
            { kind: 'queued', team, why: 'agent-silent' },
          ]
        : []
  }
}
