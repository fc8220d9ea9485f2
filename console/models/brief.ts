import type { Conversation } from '../../shared/conversation.ts'
import type { Entry } from '../../shared/entry.ts'
import type { Brief } from '../../shared/escalation.ts'
import type { StepTaken } from '../../shared/step.ts'
import { words } from '../words.ts'

const linesOfSymptom = 2
const mostSteps = 12

/** What the next tier must know, as far as the record says it. What is asked of them, only a person knows. */
export function briefOf(state: Conversation, entries: readonly Entry[], topic: string | undefined): Brief {
  const { ticket, answers = [] } = state
  const said = entries.flatMap((entry) =>
    entry.kind === 'told' || (entry.kind === 'said' && entry.by === state.requester) ? [entry.body?.text ?? ''] : [],
  )
  const first = [...new Set([ticket.subject.replace(/…$/, ''), ...said])].filter(
    (text, at, all) => text && !isBegun(text, all.slice(at + 1)),
  )
  return {
    symptom: first.slice(0, linesOfSymptom).join('\n').slice(0, 2000),
    impact: `${words.tickets.impacts[ticket.impact]}, ${words.tickets.urgencies[ticket.urgency].toLocaleLowerCase()}`,
    environment: [topic, ...answers.map(({ label, text }) => `${label}: ${text}`)].filter(Boolean).join('\n').slice(0, 1000),
    steps: stepsIn(state, entries).slice(-mostSteps).join('\n').slice(0, 4000),
    ask: '',
  }
}

/** A subject is often how the first message begins: then that says it in full. */
const isBegun = (text: string, later: readonly string[]) => later.some((other) => other.startsWith(text))

/** The steps taken, with what came of them; where none were logged, what agents told the requester to try, and what they noted. */
function stepsIn({ requester, ticket }: Conversation, entries: readonly Entry[]): string[] {
  if (ticket.steps?.length) return ticket.steps.map(stepLine)
  return entries.flatMap((entry) => {
    if (entry.kind !== 'said' && entry.kind !== 'noted') return []
    const text = entry.body?.text.replaceAll('\n', ' ').trim()
    return text && entry.by !== requester ? [`- ${text}`] : []
  })
}

function stepLine({ what, outcome, answer }: StepTaken) {
  const how = outcome === 'choice' ? '' : words.tickets.steps.outcomes[outcome]
  return `- ${[what, how, answer].filter(Boolean).join(': ')}`
}

/** The last brief that was sent, among what is loaded. */
export const lastBrief = (entries: readonly Entry[]): Brief | null => {
  const sent = entries.findLast((entry) => entry.kind === 'escalated')
  return sent?.kind === 'escalated' ? sent.body : null
}
